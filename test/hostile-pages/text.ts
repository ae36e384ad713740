/** Pages whose text or links are the attack. */
import { PARAGRAPHS, policyPage, SENTENCES } from './hostile-page.ts';
import type { HostilePage } from './hostile-page.ts';

const OPT_OUT = 'You may opt out of the sale of your personal information';

/** Sections whose tags are never closed: the parser nests them, and repeats each element in every later one. */
const UNCLOSED = Array.from(
  { length: 40 },
  (_, index) => `<h2>Part ${index}<p><b><a name="part-${index}">${SENTENCES.join('<p>')}
<ul><li><font size="${index}">${SENTENCES.join('<li>')}<table><tr><td>${SENTENCES.join('<td>')}`,
).join('\n');

/** The pages. */
export const TEXT: readonly HostilePage[] = [
  {
    name: 'text that turns the direction of what stands around it',
    body: policyPage({
      text: `${PARAGRAPHS}<p>\u202eWe share your personal data with \u2066advertising partners\u202d for interest-based ads.</p>`,
    }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
  },
  {
    name: 'words broken by characters of no width, and letters that only look Latin',
    body: policyPage({
      text: `${PARAGRAPHS}<p>We sh\u200bare your per\u00adsonal da\u200dta with ad\u2060vertising partners.\ufeff</p><p>We s\u0435ll y\u043eur d\u0430ta.</p><p>\u200b\u200b\u200b</p><p>\ud800 alone \udfff</p>`,
    }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
  },
  {
    name: 'text that tries to be markup',
    body: policyPage({
      text: `${PARAGRAPHS}<h2>&lt;img src=x onerror="document.title='owned'"&gt;</h2><p>We share your personal data with &lt;script&gt;document.title='owned'&lt;/script&gt; advertising partners {{constructor.constructor('document.title=1')()}}.</p>`,
    }),
    state: 'ready',
    both: true,
  },
  {
    name: 'opt-out links that are not what they seem',
    body: policyPage({
      text: `${PARAGRAPHS}<p>${OPT_OUT} <a href="javascript:document.title='owned'">by this opt-out form</a>.</p>
<p>${OPT_OUT} <a href="data:text/html,<script>alert(1)</script>">on this opt-out page</a>.</p>
<p>${OPT_OUT} <a href="https://www.trusted.example@evil.example/opt-out">at www.trusted.example opt-out</a>.</p>
<p>${OPT_OUT} <a href="https://tr\u0443sted.example/opt-out">at our opt-out site</a>.</p>
<p>${OPT_OUT} with <svg width="9" height="9"><a href="https://drawn.example/opt-out"><text>opt-out</text></a></svg> there.</p>`,
    }),
    state: 'ready',
    shows: ['evil.example', 'xn--'],
    hides: ['javascript:', 'data:text'],
    both: true,
  },
  {
    name: 'tags that are never closed',
    body: `<!doctype html><html lang="en"><title>Privacy Policy</title><h1><strong>Privacy Policy${UNCLOSED}`,
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
  },
];
