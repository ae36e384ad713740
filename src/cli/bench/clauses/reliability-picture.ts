/** The reliability diagram as an SVG that is readable in light and in dark surroundings. */
import type { Calibration } from './calibration.ts';

const SIZE = 360;
const LEFT = 56;
const TOP = 40;
const BARS = 64;
const GAP = 16;
const WIDTH = LEFT + SIZE + 24;
const HEIGHT = TOP + SIZE + GAP + BARS + 52;

const STYLE = `
    .paper { fill: #ffffff; }
    .grid { stroke: #d8dce3; }
    .ideal { stroke: #6b7280; stroke-dasharray: 5 5; }
    .line { stroke: #1d4ed8; fill: none; stroke-width: 2; }
    .dot { fill: #1d4ed8; }
    .bar { fill: #93b4f5; }
    text { fill: #1f2937; font: 13px system-ui, sans-serif; }
    .title { font-weight: 600; }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #15181d; }
      .grid { stroke: #343a45; }
      .ideal { stroke: #9aa3b2; }
      .line { stroke: #8ab4ff; }
      .dot { fill: #8ab4ff; }
      .bar { fill: #35538f; }
      text { fill: #e6e9ee; }
    }`;

const number = (value: number): string => String(Math.round(value * 10) / 10);
const across = (share: number): string => number(LEFT + share * SIZE);
const up = (share: number): string => number(TOP + (1 - share) * SIZE);

function grid(): string[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<line class="grid" x1="${across(share)}" x2="${across(share)}" y1="${up(0)}" y2="${up(1)}"/>`,
    `<line class="grid" x1="${across(0)}" x2="${across(1)}" y1="${up(share)}" y2="${up(share)}"/>`,
    `<text x="${LEFT - 8}" y="${Number(up(share)) + 4}" text-anchor="end">${share}</text>`,
    `<text x="${across(share)}" y="${HEIGHT - 30}" text-anchor="middle">${share}</text>`,
  ]);
}

/** Bars whose heights are square roots of the counts: most probabilities are very high or very low. */
function bars({ bins }: Calibration): string[] {
  const foot = TOP + SIZE + GAP + BARS;
  const most = Math.max(...bins.map(({ count }) => count));
  return bins.map(({ from, to, count }) => {
    const height = Math.sqrt(count / most) * BARS;
    const width = number((to - from) * SIZE - 2);
    const x = number(LEFT + from * SIZE + 1);
    return `<rect class="bar" x="${x}" y="${number(foot - height)}" width="${width}" height="${number(height)}"/>`;
  });
}

/** Draws what was said against what is so; `title` and `description` are in plain text without markup. */
export function reliabilityPicture(
  calibration: Calibration,
  { title, description }: { readonly title: string; readonly description: string },
): string {
  const filled = calibration.bins.filter(({ count }) => count > 0);
  const points = filled.map((bin) => `${across(bin.said)},${up(bin.true)}`);
  const dots = filled.map(
    (bin) => `<circle class="dot" cx="${across(bin.said)}" cy="${up(bin.true)}" r="4"/>`,
  );
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${description}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="8"/>`,
    `<text class="title" x="${LEFT}" y="24">${title}</text>`,
    ...grid(),
    `<line class="ideal" x1="${across(0)}" y1="${up(0)}" x2="${across(1)}" y2="${up(1)}"/>`,
    `<polyline class="line" points="${points.join(' ')}"/>`,
    ...dots,
    ...bars(calibration),
    `<text x="${across(0.5)}" y="${HEIGHT - 10}" text-anchor="middle">probability the model gives (bars: how often)</text>`,
    `<text transform="translate(16 ${TOP + SIZE / 2}) rotate(-90)" text-anchor="middle">share of labels that agree</text>`,
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}
