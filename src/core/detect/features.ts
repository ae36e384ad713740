/** Turns the statistics of a part into the numbers that are weighed. Each is readable on its own. */
import { readName } from './phrases.ts';
import type { Naming } from './phrases.ts';
import type { PartSignals } from './signals.ts';

/** What is weighed, in the order of {@link featuresOf} and of the weights. */
export const FEATURES = [
  'share',
  'dataWords',
  'length',
  'named',
  'another',
  'personal',
  'practice',
  'cookie',
  'rights',
  'terms',
  'contract',
  'outside',
  'voice',
] as const;

/** Words about data below which a policy is short: 120 is a paragraph or two. */
const SHORT_POLICY_WORDS = 120;

/** Headings that may name the document: the first ones, before its sections begin. */
const NAMING_HEADINGS = 3;

/**
 * Values of {@link FEATURES} for a part. Counts are rates per thousand words under a logarithm, so that
 * one more mention weighs less the more there are; amounts of words are logarithms too. The families
 * come last, in the order of {@link PHRASES}.
 */
export function featuresOf(part: PartSignals): number[] {
  const { words, dataWords } = part;
  const rate = (count: number): number => Math.log1p((1000 * count) / Math.max(words, 300));
  const names = [part.title, ...part.headings.slice(0, NAMING_HEADINGS)].map(readName);
  return [
    dataWords / Math.max(words, 1),
    Math.log1p(dataWords),
    // Forms and notes of a few lines speak of data too; policies are seldom so short.
    Math.min(dataWords / SHORT_POLICY_WORDS, 1),
    Math.max(...names.map(strengthOfName)),
    Number(names.slice(0, 2).some((name) => name.another)),
    ...Object.values(part.counts).map(rate),
  ];
}

/** 1 for the name of a policy, 0.5 for a name about privacy or cookies, else 0. */
export function strengthOfName(name: Naming): number {
  if (!name.privacy && !name.cookie) return 0;
  return name.document && !name.another ? 1 : 0.5;
}
