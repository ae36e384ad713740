/**
 * The three headline badges. Their sentences are built from topic states by fixed rules, never
 * written freely: message `headline_<topic>_<state>` for each topic the badge leads with
 * ({@link LEADS}), with one refinement, `headline_SHR_ads`, where a clause that shares is also about
 * advertising. A topic that was not found is mentioned only when it is the badge's first.
 */
import type { Finding } from './findings.ts';
import type { Summary } from './summary.ts';
import { groupOf, type TopicCode } from './topics.ts';
import type { HeadlineView, Message, TopicState } from './view.ts';

/** Topics each badge speaks of, in order of speaking. */
export const LEADS = {
  tracking: ['TRK', 'ADS', 'LOC'],
  sharing: ['SHR', 'SAL'],
  choices: ['OPT', 'SIG'],
} as const satisfies Record<HeadlineView['group'], readonly TopicCode[]>;

/** States from the one that matters most to a reader to the one that matters least. */
const WEIGHT: readonly TopicState[] = ['does', 'contradicts', 'limits', 'denies', 'not-found'];

/** The three badges in their order: tracking, sharing, choices. */
export function headline(summary: Summary, findings: readonly Finding[]): HeadlineView[] {
  return (['tracking', 'sharing', 'choices'] as const).map((group) => {
    const leads = LEADS[group];
    const states = leads.map((code) => summary[code].state);
    return {
      group,
      state: WEIGHT.find((state) => states.includes(state)) ?? 'not-found',
      count: findings.filter(({ topic }) => groupOf(topic) === group).length,
      sentences: leads
        .filter((code, index) => index === 0 || summary[code].state !== 'not-found')
        .map((code) => sentence(code, summary, findings)),
    };
  });
}

function sentence(code: TopicCode, summary: Summary, findings: readonly Finding[]): Message {
  const { state } = summary[code];
  if (code === 'SHR' && state === 'does' && sharesForAds(findings)) {
    return { key: 'headline_SHR_ads' };
  }
  return { key: `headline_${code}_${state.replace('-', '_')}` };
}

function sharesForAds(findings: readonly Finding[]): boolean {
  const says = (topic: TopicCode) =>
    findings.filter((finding) => finding.topic === topic && finding.stance === 'does');
  const ads = new Set(says('ADS').map(({ clauseId }) => clauseId));
  return says('SHR').some(({ clauseId }) => ads.has(clauseId));
}
