/**
 * Licences of everything that the build puts into the extension's scripts. `wxt.config.ts` gives the
 * plugin to every part of the build and the files to the package.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import * as z from 'zod/mini';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Texts that packages do not bring along, and the notice for the model: one file for each name. */
const NOTICES = join(ROOT, 'docs', 'licences');

/** Name of the collected licences in the package. */
export const THIRD_PARTY_FILE = 'THIRD-PARTY-LICENSES.txt';

/** Start of the id of modules that a tool writes itself → the package of the tool. */
const WRITTEN_BY: Readonly<Record<string, string>> = {
  '\0virtual:wxt': 'wxt',
  '\0vite/': 'vite',
  '\0rolldown/': 'rolldown',
};

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** A package, of which at least one module is in the extension. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/**
 * Name of the package that a module is from; `null` when it is ours. Throws for a module without a
 * file whose maker is not known.
 */
export function packageOf(moduleId: string): string | null {
  const [, inPackage] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(moduleId) ?? [];
  if (inPackage !== undefined) return inPackage;
  const written = Object.entries(WRITTEN_BY).find(([start]) => moduleId.startsWith(start));
  if (written !== undefined) return written[1];
  if (moduleId.startsWith('\0')) throw new Error(`Who wrote the module ${moduleId.slice(1)}?`);
  return null;
}

/** A package with its licence. Throws when it has none. */
function bundledPackage(name: string): Bundled {
  const folder = join(ROOT, 'node_modules', name);
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as unknown,
  );
  return {
    name,
    version: manifest.version,
    licence: manifest.license,
    text: licenceText(name, folder),
  };
}

function licenceText(name: string, folder: string): string {
  const shipped = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const file =
    shipped === undefined
      ? join(NOTICES, `${name.replaceAll('/', '__')}.txt`)
      : join(folder, shipped);
  // Vite's file goes on with the licences of what is in Vite itself, which does not reach us.
  const [own = ''] = readFileSync(file, 'utf8').split('# Licenses of bundled dependencies');
  return own.trim();
}

function noticeOf(name: string): string {
  return readFileSync(join(NOTICES, `${name}.txt`), 'utf8').trim();
}

/** The collected licences as one text. */
function collected(packages: readonly Bundled[]): string {
  const parts = packages.map(({ name, version, licence, text }) =>
    [`=== ${name} ${version} (${licence}) ===`, text].join('\n\n'),
  );
  return `${[
    'Clausemark contains parts of the following works.',
    ...parts,
    `=== model/clauses.bin ===\n\n${noticeOf('model')}`,
    noticeOf('Apache-2.0'),
  ].join('\n\n')}\n`;
}

/** Names and versions of the packages in a collected text, as `name@version`. */
export function packagesIn(text: string): string[] {
  return [...text.matchAll(/^=== (\S+) (\S+) \(.*\) ===$/gm)].map(([, name, version]) => {
    return `${name}@${version}`;
  });
}

/** What the build needs to collect licences. */
export interface LicenceCollector {
  /** Notes every module that ends up in a script. */
  readonly plugin: () => Plugin;
  /** Files for the package: the collected licences and our own. Call it when all scripts are built. */
  readonly files: () => { relativeDest: string; contents: string }[];
}

/** A collector for one build of one extension. */
export function licenceCollector(): LicenceCollector {
  const names = new Set<string>();
  return {
    plugin: () => ({
      name: 'clausemark:licences',
      generateBundle(_options, output) {
        for (const one of Object.values(output)) {
          if (one.type !== 'chunk') continue;
          for (const id of one.moduleIds) {
            const name = packageOf(id);
            if (name !== null) names.add(name);
          }
        }
      },
    }),
    files: () => [
      {
        relativeDest: THIRD_PARTY_FILE,
        contents: collected([...names].toSorted().map(bundledPackage)),
      },
      { relativeDest: 'LICENSE.txt', contents: readFileSync(join(ROOT, 'LICENSE'), 'utf8') },
    ],
  };
}
