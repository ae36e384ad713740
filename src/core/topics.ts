/**
 * The 22 topics of Clausemark: codes, ids, groups and the stances a clause can take. This is the
 * one vocabulary that data, model, panel and documentation share.
 */

/** The groups a topic belongs to; they order and colour everything that is shown. */
export const TOPIC_GROUPS = ['tracking', 'data', 'sharing', 'choices', 'care', 'about'] as const;

/** One of {@link TOPIC_GROUPS}. */
export type TopicGroup = (typeof TOPIC_GROUPS)[number];

/** What a clause says about a practice: it does it, denies it, or denies it with exceptions. */
export const STANCES = ['does', 'denies', 'limits'] as const;

/** One of {@link STANCES}. */
export type Stance = (typeof STANCES)[number];

/**
 * Every topic in the order in which it is shown. The order is also the order of the model's
 * outputs: it must equal `TOPICS` in `training/clausemark/topics.py`.
 */
export const TOPICS = [
  { code: 'TRK', id: 'tracking', group: 'tracking' },
  { code: 'ADS', id: 'advertising', group: 'tracking' },
  { code: 'LOC', id: 'location', group: 'tracking' },
  { code: 'COL', id: 'collection', group: 'data' },
  { code: 'SEN', id: 'sensitive-data', group: 'data' },
  { code: 'USE', id: 'use', group: 'data' },
  { code: 'LGB', id: 'legal-basis', group: 'data' },
  { code: 'MKT', id: 'marketing', group: 'data' },
  { code: 'AIM', id: 'ai-profiling', group: 'data' },
  { code: 'SHR', id: 'sharing', group: 'sharing' },
  { code: 'SAL', id: 'sale', group: 'sharing' },
  { code: 'GOV', id: 'government', group: 'sharing' },
  { code: 'MRG', id: 'merger', group: 'sharing' },
  { code: 'INT', id: 'transfer', group: 'sharing' },
  { code: 'OPT', id: 'choice', group: 'choices' },
  { code: 'SIG', id: 'browser-signal', group: 'choices' },
  { code: 'RGT', id: 'rights', group: 'choices' },
  { code: 'RET', id: 'retention', group: 'care' },
  { code: 'SEC', id: 'security', group: 'care' },
  { code: 'KID', id: 'children', group: 'care' },
  { code: 'CHG', id: 'changes', group: 'about' },
  { code: 'CON', id: 'contact', group: 'about' },
] as const satisfies readonly { code: string; id: string; group: TopicGroup }[];

/** Three-letter code of a topic, as in the data and in every JSON we write. */
export type TopicCode = (typeof TOPICS)[number]['code'];

/** The codes alone, in model order. */
export const TOPIC_CODES: readonly TopicCode[] = TOPICS.map((topic) => topic.code);

const BY_CODE = new Map<string, (typeof TOPICS)[number]>(
  TOPICS.map((topic) => [topic.code, topic]),
);

/** Whether `value` is one of the 22 topic codes. */
export function isTopicCode(value: string): value is TopicCode {
  return BY_CODE.has(value);
}

/** Group of a topic. */
export function groupOf(code: TopicCode): TopicGroup {
  return BY_CODE.get(code)!.group;
}

/** A topic with its stance, as written in the data: `SHR`, `SHR-` (denies) or `SHR~` (limits). */
export type Label = `${TopicCode}${'' | '-' | '~'}`;

const SUFFIX = { does: '', denies: '-', limits: '~' } as const satisfies Record<Stance, string>;

/** Writes a topic and a stance as one label. */
export function formatLabel(topic: TopicCode, stance: Stance): Label {
  return `${topic}${SUFFIX[stance]}`;
}

/** Reads a label; `null` when its topic is unknown. */
export function parseLabel(label: string): { topic: TopicCode; stance: Stance } | null {
  const code = label.slice(0, 3);
  const suffix = label.slice(3);
  if (!isTopicCode(code)) return null;
  if (suffix === '') return { topic: code, stance: 'does' };
  if (suffix === '-') return { topic: code, stance: 'denies' };
  if (suffix === '~') return { topic: code, stance: 'limits' };
  return null;
}
