/** A quote as Markdown that can be pasted into notes, issues and mails, with where it is from. */

/** What is quoted; all but the link is text of the page or our own words. */
export interface Quoted {
  readonly quote: string;
  readonly title: string;
  readonly link: string;
  /** Further facts in words: site, section, dates. Empty ones are left out. */
  readonly facts: readonly string[];
}

/** The quote as a block quote, and a line below it that names the source. No line break at the end. */
export function quoteMarkdown({ quote, title, link, facts }: Quoted): string {
  const said = asText(quote.split('\t').filter(Boolean).join(' | '));
  const named = asText(title) || asText(link);
  // Brackets end a link's address early, unless angle brackets hold it.
  const address = /[()\s]/u.test(link) ? `<${link}>` : link;
  const source = [`[${named}](${address})`, ...facts.filter((fact) => fact !== '').map(asText)];
  return `> ${said}\n>\n> — ${source.join(' · ')}`;
}

/** What Markdown gives a meaning inside a line: the page's text must not become a picture, a link or a tag. */
const MEANINGFUL = /[\\`*_[\]<>&~|$]/gu;

/** What it gives a meaning at the start of a line. */
const AT_START = /^(?=[#+=-])|^(?<number>\d{1,9})(?=[.)])/u;

/** `text` on one line, meaning nothing but itself. */
function asText(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(MEANINGFUL, (mark) => `\\${mark}`)
    .replace(AT_START, (number) => `${number}\\`);
}
