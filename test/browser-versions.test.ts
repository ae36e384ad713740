/** The manifests ask for the browsers that the code needs: docs/browser-versions.md against sources. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = globSync([
  'wxt.config.ts',
  'src/{core,page,ui,platform}/**/*.{ts,tsx,css}',
  'entrypoints/**/*.{ts,html}',
])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const rows = readFileSync('docs/browser-versions.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const found = /^\| .+ \| `(.+)` \| (\d+) \| (\d+) \| .+ \|$/.exec(line);
    return found === null ? [] : [{ written: found[1]!, chrome: +found[2]!, firefox: +found[3]! }];
  });

/** Minimum versions as the build writes them into the manifests. */
function minimum(key: string): number {
  return Number(new RegExp(`${key}: '(\\d+)`).exec(readFileSync('wxt.config.ts', 'utf8'))?.[1]);
}

/** What came to Chromium after version 128, by MDN's browser-compat-data 8.1.9, as it would be written. */
const NEWER = [
  'RegExp.escape',
  'fromBase64',
  'fromHex',
  'highlightsFromPoint',
  'moveBefore',
  'DurationFormat',
  'Iterator.concat',
  'interpolate-size',
  'calc-size(',
  'text-box',
  'sibling-index(',
  'corner-shape',
  '.setHTML',
  'Error.isError',
  'sumPrecise',
  'getOrInsert',
  'closedby',
  'scheduler.yield',
  '@function',
];

describe('the oldest browsers', () => {
  it('have every feature of the table', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(minimum('minimum_chrome_version')).toBe(Math.max(...rows.map((row) => row.chrome)));
    const firefox = Math.max(...rows.map((row) => row.firefox));
    expect(minimum('strict_min_version')).toBeGreaterThanOrEqual(firefox);
  });

  it('are not asked for by features that are no longer used', () => {
    expect(rows.filter(({ written }) => !sources.includes(written))).toEqual([]);
  });

  it('are not too old for what the sources use', () => {
    expect(NEWER.filter((written) => sources.includes(written))).toEqual([]);
  });
});
