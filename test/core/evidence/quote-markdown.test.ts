import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteMarkdown } from '../../../src/core/evidence/quote-markdown.ts';

const markdown = new MarkdownIt();
const base = {
  quote: 'We share data.',
  title: 'Privacy Policy',
  link: 'https://a.example/p#:~:text=We%20share%20data.',
  facts: ['a.example', '', 'Dated 1 March 2026', 'Read 25 November 2026'],
};

describe('a copied quote', () => {
  it('names its source, its dates and the way back', () => {
    expect(quoteMarkdown(base)).toBe(
      '> We share data.\n>\n> — [Privacy Policy](https://a.example/p#:~:text=We%20share%20data.) · a.example · Dated 1 March 2026 · Read 25 November 2026',
    );
  });

  it('names the address where there is no title, and keeps brackets in addresses', () => {
    const link = 'https://a.example/p_(1)#:~:text=x';
    expect(quoteMarkdown({ ...base, title: ' ', link })).toContain(
      '[https://a.example/p\\_(1)#:\\~:text=x](<https://a.example/p_(1)#:~:text=x>)',
    );
  });

  it('holds the cells of a row on one line', () => {
    expect(quoteMarkdown({ ...base, quote: 'a\t\tb' })).toContain('> a \\| b');
  });

  it('reads as the page does, whatever the page says', () => {
    const hostile = [
      '![x](https://evil.example/pixel)',
      '<img src=x onerror=alert(1)>',
      '# not a heading',
      '1. not a list',
      '- *not* `code`',
      '&lt;b&gt; [a]: b',
    ];
    for (const quote of hostile) {
      const html = markdown.render(quoteMarkdown({ ...base, quote, title: quote }));
      expect(html.match(/<(?!\/?(?:blockquote|p|a)\b)/g)).toBeNull();
      expect(html.match(/<a /g)).toHaveLength(1);
    }
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab *_[]()<>!#`\\|~&-+1.\n'), maxLength: 30 }),
        (quote) => {
          const html = markdown.render(quoteMarkdown({ ...base, quote }));
          const [first] = html.split('</p>');
          const text = first!
            .replace(/<blockquote>\s*<p>/u, '')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&');
          const squeezed = (one: string) => one.replaceAll(/\s/gu, '');
          if (squeezed(quote) !== '') expect(squeezed(text)).toBe(squeezed(quote));
        },
      ),
    );
  });
});
