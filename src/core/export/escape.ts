/** Makes text of a page harmless in Markdown: it stays text, whatever it holds. */

/** Characters that mean something in Markdown or start HTML or an entity. */
const MEANINGFUL = /[\\`*_{}[\]<>()#+\-.!|~&$@:=^"']/g;

/** Characters that a reader does not see, but that turn the direction of what follows. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * `text` on one line, with every character escaped that Markdown (CommonMark and GitHub's) gives a
 * meaning. Rendered, it reads as `text` with its white space collapsed.
 */
export function escaped(text: string): string {
  return text
    .replaceAll(TURNING, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(MEANINGFUL, (mark) => `\\${mark}`);
}

/** A web address as a link that shows itself; anything else as text. */
export function linked(address: string): string {
  return /^https?:\/\/[^\s<>\\`]+$/i.test(address) ? `<${address}>` : escaped(address);
}
