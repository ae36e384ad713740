/** White space as the page's reader sees it: runs of it are one space, none at the ends. */

/** Collapses every run of white space to one space and trims. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Characters left when `text` holds no white space at all: for comparing text across boundaries
 * (line breaks, table cells) at which one side has white space and the other has none. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Number of words: runs of letters and digits, with the apostrophes and hyphens inside them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
