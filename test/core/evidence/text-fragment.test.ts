import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directiveFor,
  encodeDirective,
  linkToText,
} from '../../../src/core/evidence/text-fragment.ts';

/** The directive for the `nth` place of `stretch` in `text`. */
function directiveOf(text: string, stretch: string, nth = 0) {
  let start = -1;
  for (let count = 0; count <= nth; count += 1) start = text.indexOf(stretch, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  return directiveFor(text, start, start + stretch.length);
}

const TEXT = [
  'Privacy notice',
  'Sharing',
  'We share data with carriers. We never sell it.',
  'Advertising',
  'We share data with carriers. We sell it to nobody but the post.',
  'Name\tPurpose\tLifetime',
  'trail_id\tRecognises you\t13 months',
  'basket\tRemembers you\t13 months',
].join('\n');

describe('a link to a sentence', () => {
  it('holds the sentence where it stands but once', () => {
    expect(directiveOf(TEXT, 'We never sell it.')).toEqual({ start: 'We never sell it.' });
  });

  it('has what stands before it where it stands twice', () => {
    const sentence = 'We share data with carriers.';
    expect(directiveOf(TEXT, sentence)).toEqual({ start: sentence });
    expect(directiveOf(TEXT, sentence, 1)).toEqual({ prefix: 'Advertising', start: sentence });
  });

  it('has what stands behind it where only that tells it from another', () => {
    const text = 'Note\nWe may change this. Today.\nNote\nWe may change this. Tomorrow.';
    expect(directiveOf(text, 'We may change this.', 1)).toEqual({
      start: 'We may change this.',
      suffix: 'Tomorrow.',
    });
  });

  it('is not taken in by case or by the middle of a word', () => {
    expect(directiveOf('WE TRACK. So: we track.', 'we track.')).toMatchObject({
      prefix: 'WE TRACK. So:',
    });
    expect(directiveOf('retracks\nWe track', 'track', 1)).toEqual({ start: 'track' });
  });

  it('has the first and last words of what is long, or in several cells', () => {
    const long = `We collect ${'one thing and '.repeat(30)}no more than that.`;
    const { start, end } = directiveOf(`${TEXT}\n${long}\nEnd`, long);
    expect([start, end]).toEqual(['We collect one thing', 'no more than that.']);
    expect(directiveOf(TEXT, 'basket\tRemembers you\t13 months')).toEqual({
      start: 'basket',
      end: '13 months',
    });
    expect(directiveOf(TEXT, 'trail_id\tRecognises you\t13 months')).toEqual({
      start: 'trail_id',
      end: '13 months',
    });
  });

  it('escapes whatever a directive gives a meaning', () => {
    expect(
      encodeDirective({ prefix: 'opt-out', start: 'A, B & C (100 %)', end: 'é!', suffix: '"x"' }),
    ).toBe('text=opt%2Dout-,A%2C%20B%20%26%20C%20%28100%20%25%29,%C3%A9%21,-%22x%22');
    expect(encodeDirective({ start: 'broken \uD800 half' })).toContain('%EF%BF%BD');
  });

  it('keeps the address but for its fragment', () => {
    const link = (url: string) => linkToText(url, 'We track.', 0, 9);
    const tail = '#:~:text=We%20track.';
    expect(link('https://a.example/p?utm=1&x=2')).toBe(`https://a.example/p?utm=1&x=2${tail}`);
    expect(link('https://a.example/p#cookies')).toBe(`https://a.example/p${tail}`);
    // Without it, a page that routes by its fragment would show another view.
    expect(link('https://a.example/#/legal')).toBe('https://a.example/#/legal:~:text=We%20track.');
  });

  it('comes to an end where there is nothing to find', () => {
    expect(linkToText('https://a.example/', 'aa', 1, 1)).toContain(':~:text=');
    expect(linkToText('https://a.example/', 'a a', 1, 2)).toContain(':~:text=');
  });

  it('can be made for any stretch of any text, and is a valid address', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '\n', '\t', '-', ',', '&', '€'),
    });
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (words, from, length) => {
        const link = linkToText('https://a.example/', words, from, from + length);
        const directive = link.split(':~:text=')[1]!;
        for (const part of directive.split(',')) {
          expect(decodeURIComponent(part.replaceAll(/^-|-$/g, ''))).toBeDefined();
        }
        expect(URL.canParse(link)).toBe(true);
      }),
    );
  });
});
