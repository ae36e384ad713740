/** What commands, benches and tests use of the page code, built into one script by `src/cli`. */
export { detect } from '../core/detect/detect.ts';
export { findPolicyLinks } from './policy-links.ts';
export { cutSentences } from '../core/text/sentences.ts';
export { isConsentDialog } from './consent.ts';
export { HighlightPainter } from './highlight.ts';
export { readPage } from './read.ts';
export type { LivePage, ReadOptions, Reanchoring } from './read.ts';
export { Revealer } from './reveal.ts';
export { gatherSignals } from './signals.ts';
export { siteName } from './site-name.ts';
