import { describe, expect, it } from 'vitest';
import { clauseInput } from '../../../src/core/text/clause-input.ts';
import { cutClauses, HEADING_LIMIT, LEAD_LIMIT } from '../../../src/core/text/cut-clauses.ts';
import type { Line } from '../../../src/core/text/cut-clauses.ts';

const heading = (text: string, level: number): Line => ({
  kind: 'heading',
  text,
  level,
  group: 0,
  depth: 0,
});
const para = (text: string): Line => ({ kind: 'para', text, level: 0, group: 0, depth: 0 });
const item = (text: string, group: number, depth = 1): Line => ({
  kind: 'item',
  text,
  level: 0,
  group,
  depth,
});

describe('cutting clauses', () => {
  it('gives offsets that hold in the joined text', () => {
    const { text, clauses, places } = cutClauses([
      heading('Policy', 1),
      para('We collect data. We share it.'),
      item('names;', 3),
    ]);
    expect(text).toBe('Policy\nWe collect data. We share it.\nnames;');
    expect(clauses.map((c) => text.slice(c.start, c.end))).toEqual(clauses.map((c) => c.text));
    expect(places).toEqual([
      { line: 1, start: 0, end: 16 },
      { line: 1, start: 17, end: 29 },
      { line: 2, start: 0, end: 6 },
    ]);
  });

  it('keeps the path of open headings and the line before', () => {
    const { clauses } = cutClauses([
      heading('Policy', 1),
      heading('Sharing', 2),
      heading('Carriers', 3),
      para('They deliver.'),
      heading('Rights', 2),
      para('You may ask. We answer.'),
    ]);
    expect(clauses.map((c) => [c.heading, c.prev])).toEqual([
      ['Policy > Sharing > Carriers', 'Carriers'],
      ['Policy > Rights', 'Rights'],
      ['Policy > Rights', 'You may ask.'],
    ]);
  });

  it('drops outer headings of a path that is too long, never a part of one', () => {
    const long = 'x'.repeat(150);
    const { clauses } = cutClauses([heading(long, 1), heading(long, 2), para('We share it.')]);
    expect(clauses[0]?.heading).toBe(long);
    expect(long.length).toBeLessThan(HEADING_LIMIT);
  });

  it('leads items in with a line that ends in a colon, and nested ones with their item', () => {
    const { clauses } = cutClauses([
      para('We are careful. We collect:'),
      item('names', 1),
      item('data of devices:', 1),
      item('browser', 2, 2),
      item('address', 1),
      para('Nothing else.'),
      item('one', 3),
    ]);
    const lead = 'We are careful. We collect:';
    expect(clauses.filter((c) => c.kind === 'item').map((c) => c.lead)).toEqual([
      lead,
      lead,
      'data of devices:',
      lead,
      '',
    ]);
  });

  it('keeps the end of a long lead-in', () => {
    const { clauses } = cutClauses([para(`${'word '.repeat(90)}namely:`), item('names', 1)]);
    expect(clauses.at(-1)?.lead.length).toBeLessThanOrEqual(LEAD_LIMIT);
    expect(clauses.at(-1)?.lead.endsWith('word namely:')).toBe(true);
  });

  it('shows a row to the classifier with its column names, and to all else as it stands', () => {
    const columns = ['Name', 'Purpose'];
    const { clauses } = cutClauses([
      { ...para('Name\tPurpose'), kind: 'row', silent: true, columns },
      { ...para('_b\tCounts visits.'), kind: 'row', group: 4, columns },
      { ...para('Post\tIreland'), kind: 'row', group: 5 },
    ]);
    expect(clauses.map((c) => c.text)).toEqual(['_b\tCounts visits.', 'Post\tIreland']);
    expect(clauses.map((c) => clauseInput(c).text)).toEqual([
      'Name: _b | Purpose: Counts visits.',
      'Post | Ireland',
    ]);
    expect(clauses[1]?.prev).toBe('Name: _b | Purpose: Counts visits.');
  });

  it('leaves off the numbers that the labelled data leaves off', () => {
    const { clauses } = cutClauses([
      para('3.4. We share data. 3.5. We sell none.'),
      para('(a) We share data.'),
      item('(b) names', 1),
      para('4.2 Cookies'),
    ]);
    expect(clauses.map((c) => c.text)).toEqual([
      'We share data.',
      'We sell none.',
      '(a) We share data.',
      'names',
      '4.2 Cookies',
    ]);
  });

  it('makes no clause of bullets and rules', () => {
    expect(cutClauses([para('•'), para('* * *')]).clauses).toEqual([]);
  });

  it('counts a heading that stands elsewhere in no offset, and ends it when told', () => {
    const { text, clauses } = cutClauses([
      heading('Policy', 1),
      { ...heading('Customers', 1.5), virtual: true },
      heading('Use', 2),
      para('We use it.'),
      { ...heading('', 1.5), virtual: true },
      para('We end.'),
    ]);
    expect(text).toBe('Policy\nUse\nWe use it.\nWe end.');
    expect(clauses.map((c) => c.heading)).toEqual(['Policy > Customers > Use', 'Policy']);
  });
});
