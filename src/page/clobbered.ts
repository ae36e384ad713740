/**
 * Nodes as the platform made them. A form gives every control's name to its own properties: with
 * `<input name="nextSibling">` inside, `form.nextSibling` is that input, also for extensions in Chromium.
 * The getters of the prototypes cannot be taken over so.
 */

type Getter = (node: Node) => unknown;

function getterOf(prototype: object, name: string): Getter {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  return (node) => get!.call(node) as unknown;
}

/** `node.nodeType`. */
export const nodeTypeOf = getterOf(Node.prototype, 'nodeType') as (node: Node) => number;
/** `node.firstChild`. */
export const firstChildOf = getterOf(Node.prototype, 'firstChild') as (node: Node) => Node | null;
/** `node.nextSibling`. */
export const nextSiblingOf = getterOf(Node.prototype, 'nextSibling') as (node: Node) => Node | null;
/** `node.parentNode`. */
export const parentNodeOf = getterOf(Node.prototype, 'parentNode') as (node: Node) => Node | null;

const localNameOf = getterOf(Element.prototype, 'localName');

/** Names that forms use all the time and that nothing here reads as an element's property. */
const HARMLESS = new Set(['id', 'role', 'slot']);

const PROPERTIES = [Node.prototype, Element.prototype]
  .flatMap((prototype) => Object.getOwnPropertyNames(prototype))
  .filter((name) => !HARMLESS.has(name));

/** Whether names inside a form have taken over properties of it, so that none can be believed. */
export function isClobbered(element: Element): boolean {
  if (localNameOf(element) !== 'form') return false;
  // Each is asked for: the names that a form has taken over are not listed.
  return PROPERTIES.some((name) => Object.hasOwn(element, name));
}

/** `element`, or an empty copy of a clobbered form, which has its attributes and no names in it. */
export function unclobbered(element: Element): Element {
  return isClobbered(element)
    ? (Node.prototype.cloneNode.call(element, false) as Element)
    : element;
}

/** The innermost element around `node`, itself included, that matches. */
export function closestTo(node: Node | null, selector: string): Element | null {
  return node === null ? null : Element.prototype.closest.call(node, selector);
}
