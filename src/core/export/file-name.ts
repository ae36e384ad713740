/** What an exported file is called. */
import type { Report } from '../report.ts';

/** Longest part of a name that comes from the page, characters. */
const LONGEST_SITE = 60;

/** `clausemark-<site>-<day of reading>`, without an ending; safe in every file system. */
export function fileName({ document, exported }: Report): string {
  const site = (document.site ?? document.url.replace(/^https?:\/\//, ''))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_SITE)
    .toWellFormed()
    .replaceAll(/^-|[-\uFFFD]+$/g, '');
  return ['clausemark', site, exported?.readAt.slice(0, 10)].filter(Boolean).join('-');
}
