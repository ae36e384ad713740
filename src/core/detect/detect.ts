/** Decides what kind of document a page is, and says why. */
import type { Detection, DocumentKind } from '../detection.ts';
import { strengthOfName } from './features.ts';
import { likeliestPart } from './judge.ts';
import { readName } from './phrases.ts';
import type { PageSignals, PartSignals } from './signals.ts';

/** Confidence in "other" of a page that never came to be measured. */
const UNRELATED_CONFIDENCE = 0.99;

/** Kind of the page with confidence and reasons. A pure function of the signals. */
export function detect(signals: PageSignals): Detection {
  const best = likeliestPart(signals);
  if (best === null) {
    const reasons = ['the page hardly speaks of personal data or cookies'];
    return { kind: 'other', confidence: UNRELATED_CONFIDENCE, reasons };
  }
  const { part, score } = best;
  return {
    kind: score > 0 ? kindOf(part, signals.parts[0]!) : 'other',
    confidence: 1 / (1 + Math.exp(-Math.abs(score))),
    reasons: reasonsOf(part, score > 0),
  };
}

/**
 * Weight of a title or first heading that says only privacy or only cookies: privacy policies that speak of cookies forty
 * times as often as of personal data were not met, ten times were.
 */
const TITLE_WEIGHT = 2.5;

/** A policy is about cookies from this logarithm of cookie mentions to mentions of personal data on. */
const COOKIE_BALANCE = 1.2;

/** Which of the two a policy is. For a section, all of the page counts: one page may hold both policies. */
function kindOf(part: PartSignals, page: PartSignals): DocumentKind {
  const { title, headings, counts } = part.place === 'section' ? page : part;
  const name = readName(`${title} ${headings[0] ?? ''}`);
  const named = Number(name.cookie) - Number(name.privacy);
  const balance = Math.log((counts.cookie + 1) / (counts.personal + 1));
  return balance + TITLE_WEIGHT * named > COOKIE_BALANCE ? 'cookie' : 'privacy';
}

/** Reasons for a decision; the first is always how much of the text is about data. */
function reasonsOf(part: PartSignals, policy: boolean): string[] {
  const { terms, contract, outside, practice, rights } = part.counts;
  const share = Math.round((100 * part.dataWords) / Math.max(part.words, 1));
  const named = [part.title, ...part.headings.slice(0, 3)].some(
    (name) => strengthOfName(readName(name)) === 1,
  );
  const where = {
    page: '',
    section: ' of one section',
    dialog: ' of a dialog',
    frame: ' of a frame',
  };
  const more: [boolean, string][] = policy
    ? [
        [named, 'its title or first heading names a policy'],
        [practice > 2, `it states ${practice} times what is done with data`],
        [rights > 2, `it mentions rights, choices or data laws ${rights} times`],
      ]
    : [
        [terms > practice, 'it speaks of liability and licences, as terms do'],
        [contract > practice, 'it is worded as a contract between companies'],
        [outside > practice, 'it reports or explains, as articles do'],
      ];
  return [
    `${share} % of the ${part.words} words${where[part.place]} are about personal data or cookies`,
    ...more.filter(([holds]) => holds).map(([, reason]) => reason),
  ];
}
