/** The rules of the house that a machine can check: who may import whom, and how long a file is. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folder → folders of `src` it may import from, and packages it may use. */
const RULES: Record<string, { folders: string[]; packages: RegExp }> = {
  // Schemas of outside data (a model's header) are core's too.
  core: { folders: ['core'], packages: /^zod\/mini$/ },
  page: { folders: ['page', 'core'], packages: /^$/ },
  ui: { folders: ['ui', 'core'], packages: /^preact(\/.*)?$/ },
  platform: { folders: ['platform', 'core'], packages: /^(wxt\/browser|zod\/mini)$/ },
  cli: {
    folders: ['cli', 'core'],
    packages:
      /^(node:.*|puppeteer-core.*|@puppeteer\/browsers|vite|markdown-it|fast-check|@mozilla\/readability|zod(\/mini)?)$/,
  },
};

/** Longest file a newcomer reads in one sitting. */
const MAX_LINES = 300;

const sources = globSync('{src,entrypoints}/**/*.{ts,tsx}').map((path) =>
  path.replaceAll('\\', '/'),
);

interface Import {
  file: string;
  target: string;
}

const imports: Import[] = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const targets = [
    ...text.matchAll(/^(?:import|export)\s(?:[^'";]*?from\s*)?['"]([^'"]+)['"]/gms),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return targets.map(([, target]) => ({ file, target: target! }));
});

describe('the dependency rule', () => {
  it('sees the imports it is about', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(
      imports.some(({ file, target }) => file.startsWith('src/ui') && target.startsWith('preact')),
    ).toBe(true);
  });

  it.each(Object.entries(RULES))('%s imports only what it may', (folder, rule) => {
    const broken = imports
      .filter(({ file }) => file.startsWith(`src/${folder}/`))
      .filter(({ file, target }) => {
        if (!target.startsWith('.')) return !rule.packages.test(target);
        const path = normalize(join(dirname(file), target)).replaceAll('\\', '/');
        if (path.startsWith('assets/')) return false;
        return !rule.folders.some((allowed) => path.startsWith(`src/${allowed}/`));
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(broken).toEqual([]);
  });

  it('lets nothing import an entrypoint', () => {
    const broken = imports.filter(
      ({ file, target }) => file.startsWith('src/') && target.includes('entrypoints'),
    );
    expect(broken).toEqual([]);
  });

  it('knows every folder of src', () => {
    const folders = new Set(
      sources.filter((file) => file.startsWith('src/')).map((file) => file.split('/')[1]),
    );
    expect([...folders].toSorted()).toEqual(Object.keys(RULES).toSorted());
  });
});

describe('files', () => {
  it(`have at most ${MAX_LINES} lines`, () => {
    const long = sources.filter(
      (file) => readFileSync(file, 'utf8').split('\n').length > MAX_LINES + 1,
    );
    expect(long).toEqual([]);
  });

  it('are named after what they hold', () => {
    expect(sources.filter((file) => /(?:util|helper|common|misc)s?[./]/i.test(file))).toEqual([]);
  });
});

/** A file without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
}

describe('the browser', () => {
  it('is touched only by platform and entrypoints', () => {
    const touching = sources
      .filter((file) => /^src\/(?:core|page|ui)\//.test(file))
      .filter((file) =>
        /\b(?:browser|chrome)\.(?:runtime|storage|action|tabs|scripting|permissions|i18n)\b/.test(
          codeOf(file),
        ),
      );
    expect(touching).toEqual([]);
  });
});

describe('text of a page', () => {
  it('never becomes markup or code: our sources know no way to do it', () => {
    const ways =
      /\b(?:innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|eval)\b|document\.write|new Function/;
    const shipped = sources.filter((file) => !file.startsWith('src/cli/'));
    expect(shipped.filter((file) => ways.test(codeOf(file)))).toEqual([]);
  });
});
