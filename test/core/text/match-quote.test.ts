import { describe, expect, it } from 'vitest';
import { matchQuote } from '../../../src/core/text/match-quote.ts';

const nowhere = { prefix: '', suffix: '', position: 0 };
const found = (text: string, quote: string, context = nowhere): string | null => {
  const match = matchQuote(text, quote, context);
  return match === null ? null : text.slice(match.start, match.end);
};

describe('finding a quote again', () => {
  it('takes the place whose surroundings fit', () => {
    const text = 'First. We share data. Second. We share data. Third.';
    const context = { prefix: 'Second. ', suffix: ' Third.', position: 0 };
    expect(matchQuote(text, 'We share data.', context)?.start).toBe(30);
  });

  it('takes the nearer of two equal places', () => {
    const text = `We share data. ${'x '.repeat(100)}We share data.`;
    const context = { ...nowhere, position: 1 };
    expect(matchQuote(text, 'We share data.', context)?.start).toBeGreaterThan(100);
  });

  it('finds a quote in which some words have changed', () => {
    const text = 'Intro. We share your postal address with the new carrier of parcels. End.';
    const quote = 'We share your address with the carrier of parcels.';
    expect(found(text, quote)).toBe(
      'We share your postal address with the new carrier of parcels.',
    );
  });

  it('gives up on a quote that is gone or says something else', () => {
    const text = 'We never share your address. Carriers are listed below, and so are banks.';
    expect(found(text, 'We share your address with the carrier of parcels.')).toBeNull();
    expect(found('', 'We share.')).toBeNull();
    expect(found(text, '')).toBeNull();
  });
});
