import { describe, expect, it } from 'vitest';
import { GROUP_STYLES } from '../../src/core/group-style.ts';
import { TOPIC_GROUPS } from '../../src/core/topics.ts';

type Rgb = readonly [number, number, number];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('the look of topic groups', () => {
  it.each([
    ['light', [253, 252, 249]],
    ['dark', [22, 24, 28]],
  ] as [string, Rgb][])('is seen on %s ground', (_, ground) => {
    for (const group of TOPIC_GROUPS) {
      expect(contrast(GROUP_STYLES[group].rgb, ground), group).toBeGreaterThanOrEqual(3.8);
    }
  });

  it('differs in more than colour', () => {
    const shapes = TOPIC_GROUPS.map((group) => {
      const { line, thickness } = GROUP_STYLES[group];
      return `${line} ${thickness}`;
    });
    expect(new Set(shapes).size).toBe(TOPIC_GROUPS.length);
  });

  it.each([
    ['black on white', [255, 255, 255], [0, 0, 0]],
    ['white on black', [0, 0, 0], [255, 255, 255]],
  ] as [string, Rgb, Rgb][])(
    'leaves text readable under three tints at once: %s',
    (_, page, ink) => {
      let ground = page;
      for (const group of ['choices', 'sharing', 'tracking'] as const) {
        const { rgb } = GROUP_STYLES[group];
        ground = ground.map((value, index) => value * 0.86 + rgb[index]! * 0.14) as unknown as Rgb;
      }
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(12);
    },
  );
});
