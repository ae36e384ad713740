/** What a page does to itself while a panel is open. Runs in the page. */
import type { Random } from './random.ts';

/** Changes made at once. */
const CHANGES = 12;

const bodyOf = Object.getOwnPropertyDescriptor(Document.prototype, 'body')!.get!;
const { remove, append, replaceWith, before } = Element.prototype;
const { cloneNode } = Node.prototype;

function textsOf(document: Document): Text[] {
  const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  return texts;
}

/** Changes some elements and texts of `document`, or all of them. */
export function changePage(document: Document, random: Random): void {
  const body = bodyOf.call(document) as Element | null;
  if (body === null) return;
  const elements = [...Element.prototype.querySelectorAll.call(body, '*')];
  const texts = textsOf(document);
  for (let count = CHANGES; count > 0; count -= 1) {
    const element = random.one(elements);
    const other = random.one(elements);
    const text = random.one(texts);
    if (element === undefined || other === undefined || text === undefined) break;
    switch (random.below(9)) {
      case 0:
        remove.call(element);
        break;
      case 1:
        replaceWith.call(element, cloneNode.call(element, true));
        break;
      case 2:
        if (!Node.prototype.contains.call(element, other)) append.call(other, element);
        break;
      case 3:
        before.call(element, 'Some new text. We sell nothing. ');
        break;
      case 4:
        if (text.length > 1) text.splitText(random.below(text.length));
        break;
      case 5:
        text.data = text.data.replaceAll(' ', '  ');
        break;
      case 6:
        text.data = text.data.replace(/\w+/u, 'changed');
        break;
      case 7:
        text.data = text.data.slice(0, random.below(text.length + 1));
        break;
      default:
        Node.prototype.normalize.call(body);
    }
  }
  // Now and then everything is made anew, as frameworks do.
  if (random.below(4) === 0) replaceWith.call(body, cloneNode.call(body, true));
}
