/**
 * How findings are drawn on the map: a lane and a shape for each group, so that groups can be told
 * apart without seeing the colours. The shapes echo the groups' underlines in the page: solid,
 * double, dashed, dotted, thin, and hollow for the wavy one.
 */
import type { MapMark } from '../core/minimap.ts';
import type { TopicGroup } from '../core/topics.ts';

/** Width of the drawing, CSS px: four lanes of 6, parted by 1. */
export const MARKS_WIDTH = 27;

/** Height of a mark, CSS px. */
export const MARK_HEIGHT = 6;

/** Left edge of a group's lane, CSS px. The three groups of the badges have one each. */
const LANES: Readonly<Record<TopicGroup, number>> = {
  tracking: 0,
  sharing: 7,
  choices: 14,
  data: 21,
  care: 21,
  about: 21,
};

/** Path data of one mark of a group, from its lane's left and its own upper edge. */
const SHAPES: Readonly<Record<TopicGroup, string>> = {
  tracking: 'h6v6h-6z',
  sharing: 'h6v2h-6zm0 4h6v2h-6z',
  choices: 'h2v6h-2zm4 0h2v6h-2z',
  data: 'm3 0l3 3-3 3-3-3z',
  care: 'm0 2h6v2h-6z',
  about: 'h6v6h-6zm1.500 1.500v3h3v-3z',
};

/** Path data of one mark alone, at the origin. */
export function shapeOf(group: TopicGroup): string {
  return `M0 0${SHAPES[group]}`;
}

/** Path data of each group's marks on a map of `length` CSS px. */
export function markPaths(
  marks: readonly MapMark[],
  length: number,
): ReadonlyMap<TopicGroup, string> {
  const paths = new Map<TopicGroup, string>();
  const drawn = new Set<string>();
  for (const { group, at } of marks) {
    const top = Math.round(at * (length - MARK_HEIGHT) * 2) / 2;
    const path = `M${LANES[group]} ${top}${SHAPES[group]}`;
    if (drawn.has(path)) continue;
    drawn.add(path);
    paths.set(group, `${paths.get(group) ?? ''}${path}`);
  }
  return paths;
}
