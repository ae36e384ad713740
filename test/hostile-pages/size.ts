/** Pages that are too much: of nodes, of depth, of text, of change. */
import { PARAGRAPHS, policyPage, SENTENCES } from './hostile-page.ts';
import type { HostilePage } from './hostile-page.ts';

const script = (code: string): string => `<script>${code}</script>`;

/** Paragraphs in which every letter is a text node of its own. */
const letters = (count: number): string =>
  script(`const letters = ${JSON.stringify(`${SENTENCES.join(' ')} `)};
  for (let i = 0, box; i < ${count}; i += 1) {
    if (i % 5000 === 0) box = document.body.appendChild(document.createElement('p'));
    box.append(letters[i % letters.length]);
  }`);

/** Nesting by script: the parser itself stops at 512. */
const deep = (depth: number): string =>
  script(`let inner = document.body.appendChild(document.createElement('div'));
  inner.hidden = true;
  for (let i = 0; i < ${depth}; i += 1) inner = inner.appendChild(document.createElement('div'));
  inner.textContent = 'We collect personal data about you, and cookies, and more personal data.';`);

/** The pages. */
export const SIZE: readonly HostilePage[] = [
  {
    name: '50,000 text nodes',
    body: policyPage({ after: letters(50_000) }),
    state: 'ready',
  },
  {
    name: 'nesting of 20,000 elements',
    body: policyPage({ after: deep(20_000) }),
    state: 'ready',
    shows: ['We do not sell your personal information to anyone.'],
    both: true,
  },
  {
    name: 'inline elements shown as blocks, 500 deep, around a long text',
    body: policyPage({
      text: `${PARAGRAPHS}${'<span style="display:block">'.repeat(500)}${PARAGRAPHS.repeat(100)}${'</span>'.repeat(500)}`,
    }),
    state: 'ready',
  },
  {
    name: '200 kilobytes of sentences in one paragraph',
    body: policyPage({
      text: `${PARAGRAPHS}<p>${`${SENTENCES.join(' ')} `.repeat(450)}</p>`,
    }),
    state: 'ready',
  },
  {
    name: 'a megabyte without a sentence end or a space',
    body: policyPage({
      text: `${PARAGRAPHS}<p>You may opt out of the sale of your personal information at ${'a1.'.repeat(350_000)}</p>`,
    }),
    state: 'not-policy',
  },
  {
    name: 'a megabyte of words without a sentence end',
    body: policyPage({
      text: `${PARAGRAPHS}<p>You may opt out of the sale of your personal information by e-mail to ${'privacy data 12 Partner '.repeat(45_000)}</p>`,
    }),
    state: 'ready',
  },
  {
    name: 'text that it replaces all the time',
    body: policyPage({
      after: script(`const texts = ${JSON.stringify(SENTENCES)};
  setInterval(() => {
    for (const [i, p] of document.querySelectorAll('p').entries()) {
      p.replaceChildren(texts[(i + Math.floor(Math.random() * 2)) % texts.length]);
    }
  }, 5);`),
    }),
    state: 'ready',
    restless: true,
  },
  {
    name: 'an address that it changes all the time',
    body: policyPage({
      after: script(
        `let n = 0; setInterval(() => history.replaceState(null, '', '?' + n++), 100);`,
      ),
    }),
    state: 'ready',
    restless: true,
  },
];
