/** Turns the statistics of a part into the numbers that are weighed. Each is readable on its own. */
import { readName, speaksOfData } from './phrases.ts';
import type { Naming, PhraseFamily } from './phrases.ts';
import type { PartSignals } from './signals.ts';

/** What is weighed, in the order of the weights. */
export const FEATURES = [
  'share',
  'dataWords',
  'runWords',
  'personal',
  'practice',
  'cookie',
  'rights',
  'terms',
  'contract',
  'outside',
  'naming',
  'voice',
  'named',
  'another',
  'headings',
  'linkedHeadings',
  'controls',
] as const;

/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number];

/** Value of every feature. */
export type FeatureValues = Readonly<Record<Feature, number>>;

/** Headings that may name the document: the first ones, before its sections begin. */
const NAMING_HEADINGS = 3;

/**
 * Features of a part. Counts are rates per thousand words under a logarithm, so that one more mention
 * weighs less the more there are; amounts of words are logarithms too.
 */
export function featuresOf(part: PartSignals): FeatureValues {
  const rate = (family: PhraseFamily): number =>
    Math.log1p((1000 * part.counts[family]) / Math.max(part.words, 100));
  const title = readName(part.title);
  const names = [title, ...part.headings.slice(0, NAMING_HEADINGS).map(readName)];
  return {
    share: part.dataWords / Math.max(part.words, 1),
    dataWords: Math.log1p(part.dataWords),
    runWords: Math.log1p(part.runWords),
    personal: rate('personal'),
    practice: rate('practice'),
    cookie: rate('cookie'),
    rights: rate('rights'),
    terms: rate('terms'),
    contract: rate('contract'),
    outside: rate('outside'),
    naming: rate('naming'),
    voice: rate('voice'),
    named: Math.max(...names.map(strengthOfName)),
    another: names.some((name) => name.another) ? 1 : 0,
    headings:
      part.headings.filter((heading) => speaksOfData(heading.toLowerCase())).length /
      Math.max(part.headings.length, 4),
    linkedHeadings: part.linkedHeadings,
    controls: Math.log1p((1000 * part.controls) / Math.max(part.words, 100)),
  };
}

/** 1 for the name of a policy, 0.5 for a name about privacy or cookies, else 0. */
function strengthOfName(name: Naming): number {
  if (!name.privacy && !name.cookie) return 0;
  return name.document && !name.another ? 1 : 0.5;
}
