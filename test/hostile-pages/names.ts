/** Pages that take the names of the platform's own objects: clobbered properties, replaced built-ins. */
import { PARAGRAPHS, policyPage } from './hostile-page.ts';
import type { HostilePage } from './hostile-page.ts';

/** Properties that code is likely to read of the document. */
const OF_DOCUMENT = [
  'body',
  'documentElement',
  'head',
  'title',
  'location',
  'defaultView',
  'querySelector',
  'querySelectorAll',
  'createElement',
  'createElementNS',
  'createRange',
  'getSelection',
  'adoptedStyleSheets',
  'activeElement',
  'contentType',
];

/** Properties that code is likely to read of an element. */
const OF_ELEMENT = [
  'nodeType',
  'nodeName',
  'localName',
  'tagName',
  'nextSibling',
  'firstChild',
  'childNodes',
  'children',
  'parentNode',
  'parentElement',
  'assignedSlot',
  'shadowRoot',
  'ownerDocument',
  'textContent',
  'attributes',
  'getAttribute',
  'hasAttribute',
  'matches',
  'closest',
  'contains',
  'querySelector',
  'querySelectorAll',
  'classList',
  'checkVisibility',
  'getBoundingClientRect',
  'getRootNode',
  'isConnected',
  'clientHeight',
  'clientWidth',
  'scrollHeight',
  'style',
  'id',
  'action',
  'elements',
  'length',
];

const clobberedDocument = OF_DOCUMENT.map(
  (name) => `<img name="${name}" alt=""><form name="${name}"></form><a id="${name}"></a>`,
).join('');

const clobberedForm = OF_ELEMENT.map((name) => `<input type="hidden" name="${name}">`).join('');

/** Replaces what page scripts can replace, before anything else runs. */
const REPLACED = `<script>
  const bad = () => { throw new Error('replaced'); };
  for (const owner of [Array, Element, Node, Document, Range, Map, Set, Promise, EventTarget, ShadowRoot, CSSStyleSheet, String, RegExp]) {
    for (const key of Object.getOwnPropertyNames(owner.prototype)) {
      const known = Object.getOwnPropertyDescriptor(owner.prototype, key);
      if (key === 'constructor' || !known.configurable || typeof known.value !== 'function') continue;
      Object.defineProperty(owner.prototype, key, { value: bad, configurable: true, writable: true });
    }
  }
  for (const name of ['getSelection', 'getComputedStyle', 'matchMedia', 'setTimeout', 'requestAnimationFrame', 'MutationObserver', 'Highlight', 'fetch', 'queueMicrotask']) window[name] = bad;
</script>`;

/** Forms whose fields hold the forms themselves, or each the next form: what follows them goes on for ever. */
const ENDLESS = ['shadowRoot', 'parentNode', 'nextSibling', 'firstChild', 'assignedSlot', 'host']
  .map((name) => {
    const around = `<fieldset name="${name}" form="around-${name}"><form id="around-${name}"><p>Personal data.</p></form></fieldset>`;
    return `${around}<div id="twice-${name}"></div>`;
  })
  .join('');

const TWICE = `<script>
  for (const box of document.querySelectorAll('[id^=twice-]')) {
    let inner = box;
    for (let depth = 0; depth < 60; depth += 1) {
      const field = document.createElement('fieldset');
      field.name = box.id.slice(6);
      inner.appendChild(document.createElement('form')).append(field);
      inner = field;
    }
  }
</script>`;

const POLLUTED = `<script>
  for (const key of ['ok', 'error', 'value', 'signal', 'once', 'passive', 'capture', 'mode', 'childList', 'subtree', 'refused', 'state', 'watching']) {
    Object.prototype[key] = 'polluted';
  }
  Object.prototype.then = (done) => done('polluted');
  Array.prototype[0] = 'polluted';
  Object.defineProperty(Object.prototype, '__clausemark', { get: () => ({ open: true }), set() {} });
</script>`;

/** The pages. */
export const NAMES: readonly HostilePage[] = [
  {
    name: 'elements named like properties of the document',
    body: policyPage({ before: clobberedDocument }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
  },
  {
    name: 'a form around the policy with fields named like its properties',
    body: policyPage({
      text: `<form action="/send">We collect your name when you visit. ${clobberedForm}${PARAGRAPHS}
<footer>Something else.</footer><button>Your privacy choices</button></form>`,
    }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
  },
  {
    name: 'forms whose fields lead back to them',
    body: policyPage({ after: ENDLESS + TWICE }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
  },
  {
    name: 'a form beside the policy whose action is hidden behind a field',
    body: policyPage({
      after: `<form action="javascript:alert(1)"><input type="hidden" name="action" value="x"><button>Your privacy choices</button></form>`,
    }),
    state: 'ready',
    hides: ['javascript:'],
  },
  {
    name: 'replaced built-in functions',
    body: policyPage({ head: REPLACED }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
    restless: true,
  },
  {
    name: 'polluted prototypes',
    body: policyPage({ head: POLLUTED }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
    restless: true,
  },
];
