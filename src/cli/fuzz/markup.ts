/** Finds the elements of an HTML text, roughly: enough to cut it in interesting places. */

/** An element as it is written: offsets in the text. */
export interface Part {
  /** Local name, in lower case. */
  readonly name: string;
  /** Of the start tag. */
  readonly start: number;
  /** Where the start tag ends and the content begins. */
  readonly inner: number;
  /** Where the content ends and the end tag begins, if there is one. */
  readonly close: number;
  /** After the end tag. */
  readonly end: number;
  /** Index of the part around it; -1 at the top. */
  readonly parent: number;
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements in whose content nothing is a tag. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp']);

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/giu;

/**
 * Elements of `html` in the order of their start tags. An end tag closes the innermost element of its
 * name, and all within it; what is never closed ends with the element around it.
 */
export function partsOf(html: string): Part[] {
  const parts: { -readonly [key in keyof Part]: Part[key] }[] = [];
  const open: number[] = [];
  const end = (index: number, close: number, after: number) => {
    parts[index]!.close = close;
    parts[index]!.end = after;
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const [tag, slash, written] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    const { index: at } = match;
    const after = at + tag.length;
    if (slash === '/') {
      const known = open.findLastIndex((index) => parts[index]!.name === name);
      if (known === -1) continue;
      for (const index of open.splice(known + 1)) end(index, at, at);
      end(open.pop()!, at, after);
      continue;
    }
    parts.push({
      name,
      start: at,
      inner: after,
      close: after,
      end: after,
      parent: open.at(-1) ?? -1,
    });
    if (VOID.has(name)) continue;
    open.push(parts.length - 1);
    if (!RAW.has(name)) continue;
    const closing = new RegExp(`</${name}`, 'giu');
    closing.lastIndex = after;
    const stop = closing.exec(html);
    if (stop === null) break;
    TAG.lastIndex = stop.index;
  }
  for (const index of open) end(index, html.length, html.length);
  return parts;
}
