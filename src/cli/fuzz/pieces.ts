/** What mutants are made with: attributes, styles, wrappings and characters that decide something. */

/** Attributes for any start tag. */
export const ATTRIBUTES: readonly string[] = [
  'hidden',
  'hidden="until-found"',
  'inert',
  'aria-hidden="true"',
  'aria-modal="true"',
  'role="dialog"',
  'role="navigation"',
  'role="presentation"',
  'role="heading" aria-level="1"',
  'role="heading" aria-level="-7"',
  'role="row"',
  'role="table"',
  'role="listitem"',
  'role="tabpanel" aria-labelledby="x"',
  'class="cookie-banner"',
  'class="site-footer"',
  'class="nav menu"',
  'class="modal popup overlay"',
  'id="toc"',
  'dir="rtl"',
  'dir="auto" lang="ar"',
  'lang="de"',
  'contenteditable',
  'popover',
  'slot="nowhere"',
  'tabindex="99"',
  'colspan="65534" rowspan="65534"',
  'href="#"',
  'href="javascript:0"',
  'href="http://["',
  'name="body"',
  'name="nextSibling"',
  'open',
  'style="display:none"',
  'style="display:contents"',
  'style="display:block"',
  'style="display:inline"',
  'style="display:table-cell"',
  'style="display:flex;flex-flow:row-reverse"',
  'style="float:right"',
  'style="columns:3"',
  'style="position:fixed;inset:0"',
  'style="visibility:hidden"',
  'style="opacity:0"',
  'style="height:0;overflow:hidden"',
  'style="overflow:scroll;height:40px"',
  'style="white-space:pre"',
  'style="content-visibility:hidden"',
  'style="writing-mode:vertical-rl"',
  'style="transform:rotate(180deg)"',
  'style="font-size:0"',
  'style="font-weight:900;text-transform:uppercase"',
  'style="user-select:none;pointer-events:none"',
];

/** Style sheets for a whole page. */
export const SHEETS: readonly string[] = [
  '*{display:contents}',
  '*{display:block}',
  '*{display:inline}',
  'p,li{float:left;width:30%}',
  'body{columns:4}',
  'p{display:none}',
  '*{white-space:pre-wrap}',
  'div{display:inline-block}',
  'span,a,b{display:block}',
  'body *{position:absolute}',
  'body{visibility:hidden}',
  'section,article,div{content-visibility:auto}',
  'html{zoom:4}',
  'body{writing-mode:vertical-rl}',
  'div{height:0;overflow:hidden}',
  '*{font-weight:900;font-size:40px}',
  'ul,ol,li{display:table-row}',
  'tr,td{display:block}',
  '::highlight(clausemark-read){display:none}html{display:none}',
];

/** Field names that a form would take for its own properties, as one hidden field each. */
export const FIELDS = (
  'nodeType nodeName localName nextSibling previousSibling firstChild lastChild childNodes children parentNode ' +
  'parentElement ownerDocument isConnected shadowRoot assignedSlot textContent innerHTML attributes ' +
  'classList className matches closest contains getAttribute hasAttribute querySelector querySelectorAll ' +
  'getRootNode cloneNode checkVisibility getBoundingClientRect scrollHeight clientHeight clientWidth style ' +
  'remove append elements length body title location defaultView documentElement createRange'
)
  .split(' ')
  .map((name) => `<input type="hidden" name="${name}">`)
  .join('');

/** Markup before and after what is wrapped. */
export const WRAPS: readonly (readonly [string, string])[] = [
  ['<table><tr><td>', '</td></tr></table>'],
  ['<table><tr><th>A</th><th>B</th></tr><tr><td>', '</td><td>x</td></tr></table>'],
  ['<table>', '</table>'],
  ['<div><template shadowrootmode="open">', '<slot></slot></template>Light.</div>'],
  ['<div><template shadowrootmode="open">Dark. <slot></slot></template>', '</div>'],
  ['<my-part><template shadowrootmode="closed"><slot></slot></template>', '</my-part>'],
  ['<details>', '</details>'],
  ['<details><summary>', '</summary></details>'],
  ['<div hidden="until-found">', '</div>'],
  [`<form>${FIELDS}`, '</form>'],
  ['<form><input name="firstChild">', '<input name="nextSibling"></form>'],
  ['<a href="https://elsewhere.example/">', '</a>'],
  ['<a href="https://elsewhere.example/">', ''],
  ['<button>', '</button>'],
  ['<h2>', '</h2>'],
  ['<h1>', ''],
  ['<b>', ''],
  ['<li>', '</li>'],
  ['<ul><li><ul><li><ol><li>', '</ol></ul></ul>'],
  ['<dl><dt>', '</dt></dl>'],
  ['<pre>', '</pre>'],
  ['<svg><foreignObject>', '</foreignObject></svg>'],
  ['<math><mtext>', '</mtext></math>'],
  ['<select><option>', '</option></select>'],
  ['<dialog open>', '</dialog>'],
  ['<template>', '</template>'],
  ['<noscript>', '</noscript>'],
  ['<nav>', '</nav>'],
  ['<footer>', '</footer>'],
  ['<ruby>', '<rt>note</rt></ruby>'],
  ['<label>', '<input></label>'],
  ['<marquee>', '</marquee>'],
  ['<clausemark-panel>', '</clausemark-panel>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
];

/** Names to give to elements. */
export const NAMES =
  'div p span ul li table tr td th h1 h6 a b button details summary form nav footer aside main section pre dl dt dd svg dialog slot my-part article header frameset body html caption legend fieldset'.split(
    ' ',
  );

/** Stray markup. */
export const SOUP: readonly string[] = [
  '</div></div></div>',
  '</body></html>',
  '<table><p>',
  '</p><li><td>',
  '<b><i><a href="#x"><p>',
  '<svg><desc><p>',
  '<frameset>',
  '<plaintext>',
  '<textarea>',
  '<title>',
  '<template>',
  '<!doctype html><html class="second"><body id="second">',
  '<base href="https://elsewhere.example/">',
  '<',
  '<!--',
  '&#0;&#xd800;&#x10ffff;&notin;&nbsp',
  '<p '.repeat(50),
  `<img name=body><img name=documentElement><form name=head></form><a id=title></a>`,
];

/** Characters put between words or letters. */
export const CHARACTERS: readonly string[] = [
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u2060',
  '\u202e',
  '\u2066',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\u0085',
  '\t \n',
  '\n\n',
  ' '.repeat(300),
  '\ud800',
  '\udfff',
  '\u0301',
  '<wbr>',
  '<br>',
  '<!-- -->',
  '<span></span>',
  '\u0000',
  '\ufdd0',
  '\u{1f4a9}',
];
