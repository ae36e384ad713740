/** Everything of a document that its own scripts could find changed. */

const prototype = <T extends object>(owner: T, name: keyof T & string) =>
  Object.getOwnPropertyDescriptor(owner, name)!.get!;

const rootOf = prototype(Document.prototype, 'documentElement');
const shadowOf = prototype(Element.prototype, 'shadowRoot');

/** Open shadow roots at any depth. */
function shadowRoots(root: Document | ShadowRoot): ShadowRoot[] {
  const owner = root.nodeType === 9 ? Document.prototype : DocumentFragment.prototype;
  const found: ShadowRoot[] = [];
  for (const element of owner.querySelectorAll.call(root, '*')) {
    const shadow = shadowOf.call(element) as ShadowRoot | null;
    if (shadow !== null) found.push(shadow, ...shadowRoots(shadow));
  }
  return found;
}

/** Markup of `document`, of its open shadow roots and of its frames, as far as scripts can read them. */
export function markupOf(document: Document): string {
  const root = rootOf.call(document) as Element | null;
  if (root === null) return '';
  const own = Element.prototype.getHTML.call(root, { shadowRoots: shadowRoots(document) });
  const attributes = [...root.attributes].map(({ name, value }) => `${name}=${value}`);
  const frames = [...Document.prototype.querySelectorAll.call(document, 'iframe')].map((frame) => {
    const inner = (frame as Partial<HTMLIFrameElement>).contentDocument ?? null;
    return inner === null ? '' : markupOf(inner);
  });
  return [attributes.join(' '), own, ...frames].join('\n');
}

/** What a jump takes off or sets and puts back: then it is the last attribute, which nobody can tell. */
const OPENED = / (?:hidden="until-found"|open="")/gu;

/** Whether two markups differ in nothing, or in the order of attributes that a jump may set. */
export function isSameMarkup(one: string, other: string): boolean {
  if (one === other) return true;
  return one.length === other.length && one.replaceAll(OPENED, '') === other.replaceAll(OPENED, '');
}
