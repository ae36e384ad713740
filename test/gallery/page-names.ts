/** Names of the extension's own pages in the gallery, for tests that run outside the browser. */
import { CANNOT_RUN_REASONS } from '../../src/core/runnable.ts';

/** All pages; `pages.ts` shows each. */
export const PAGES = [
  'welcome',
  'welcome-firefox',
  'export',
  'export-much',
  'export-gone',
  'options',
  'options-watching',
  'options-refused',
  'options-unkept',
  ...CANNOT_RUN_REASONS.map((reason) => `cannot-${reason}` as const),
] as const;

/** One of {@link PAGES}. */
export type PageName = (typeof PAGES)[number];
