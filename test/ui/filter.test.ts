import { describe, expect, it } from 'vitest';
import { filterTopics, NO_FILTER, shownFindings } from '../../src/ui/filter.ts';
import { FINDINGS, topicsOf } from '../gallery/policy.ts';

const TOPICS = topicsOf(FINDINGS);
const nameOf = ({ code }: { code: string }) => (code === 'GOV' ? 'Authorities' : code);

function found(query: string, group: 'sharing' | null = null): string[] {
  return shownFindings(filterTopics(TOPICS, { query, group }, nameOf)).map(({ id }) => id);
}

describe('filtering findings', () => {
  it('hides nothing without a query or a group', () => {
    expect(filterTopics(TOPICS, NO_FILTER, nameOf).length).toBe(22);
    expect(found('')).toHaveLength(FINDINGS.length);
  });

  it('keeps topics of a group even when nothing was found of them', () => {
    const shown = filterTopics(TOPICS, { query: '', group: 'sharing' }, nameOf);
    expect(shown.map(({ topic }) => topic.code)).toEqual(['SHR', 'SAL', 'GOV', 'MRG', 'INT']);
  });

  it('looks in quotes, section paths and names of topics, for every word, whatever its case', () => {
    expect(found('COURT police')).toEqual(['c15-GOV']);
    expect(found('authorities')).toEqual(['c15-GOV']);
    expect(found('from your device')).toEqual(['c0-TRK', 'c1-TRK']);
    expect(found('police cookies')).toEqual([]);
  });

  it('does not mind accents, and takes a pattern as plain text', () => {
    expect(found('pólice')).toEqual(['c15-GOV']);
    expect(found('.*')).toEqual([]);
  });
});
