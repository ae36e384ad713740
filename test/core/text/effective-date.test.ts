import { describe, expect, it } from 'vitest';
import { effectiveDate } from '../../../src/core/text/effective-date.ts';

describe('the effective date', () => {
  it.each([
    ['Last updated: March 3, 2025', '2025-03-03'],
    ['Effective as of the 1st of January 2024', '2024-01-01'],
    ['This policy was last revised on 12 Sept. 2023.', '2023-09-12'],
    ['Effective Date: 2024-05-31', '2024-05-31'],
    ['Updated 31.12.2022', '2022-12-31'],
    ['Effective 12/25/2021', '2021-12-25'],
    ['Effective 25/12/2021', '2021-12-25'],
    ['Effective 04/04/2024', '2024-04-04'],
    ['Version 3 of 7 May 2018', '2018-05-07'],
  ])('reads "%s"', (line, date) => {
    expect(effectiveDate(['Privacy policy', line, 'We collect data.'])).toBe(date);
  });

  it.each([
    ['says nothing', 'We collect data.'],
    ['is ambiguous', 'Effective 03/04/2024'],
    ['does not exist', 'Effective: February 30, 2024'],
    ['has no day', 'Last updated: June 2024'],
    ['stands far from the word', `Effective measures protect data ${'x '.repeat(40)} 3 May 2020`],
    ['is about something else', 'Regulation of 27 April 2016'],
  ])('is not known when a date %s', (_, line) => {
    expect(effectiveDate([line])).toBeNull();
  });

  it('prefers the date of effect, the top of the page, and joins a label with the next line', () => {
    expect(effectiveDate(['Last updated: 1 May 2024', 'Effective: 1 June 2024'])).toBe(
      '2024-06-01',
    );
    const middle = Array.from({ length: 90 }, (_, index) => `Sentence ${index}.`);
    expect(effectiveDate(['Updated 1 May 2024', ...middle, 'Effective 1 June 2020'])).toBe(
      '2024-05-01',
    );
    expect(effectiveDate(['Effective date', 'June 1, 2024'])).toBe('2024-06-01');
  });
});
