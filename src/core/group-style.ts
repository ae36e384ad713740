/**
 * How each topic group looks, in the page and in the panel alike: a colour and an underline. The
 * underlines differ in shape, so that groups can be told apart without seeing the colours.
 */
import type { TopicGroup } from './topics.ts';

/** Look of one group. */
export interface GroupStyle {
  /** Red, green and blue, 0…255: mid-tones, at least 3.8:1 against the panel’s light and dark ground (asserted in a test). */
  readonly rgb: readonly [number, number, number];
  /** `text-decoration-style` of the group's underline. */
  readonly line: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';
  /** Thickness of the underline, CSS px. */
  readonly thickness: number;
}

/** The look of every group; no two share both line and thickness. */
export const GROUP_STYLES: Readonly<Record<TopicGroup, GroupStyle>> = {
  tracking: { rgb: [207, 94, 16], line: 'solid', thickness: 3 },
  data: { rgb: [64, 118, 224], line: 'dotted', thickness: 3 },
  sharing: { rgb: [204, 66, 146], line: 'double', thickness: 1 },
  choices: { rgb: [24, 140, 84], line: 'dashed', thickness: 2 },
  care: { rgb: [14, 138, 158], line: 'solid', thickness: 1 },
  about: { rgb: [122, 126, 138], line: 'wavy', thickness: 1 },
};
