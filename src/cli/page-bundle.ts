/**
 * Builds browser code into one classic script, so that commands and tests can run the extension's
 * own page code inside a page. Built scripts are kept in `.cache/bundles` under a hash of every
 * source that could be part of them.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, '.cache', 'bundles');
const SOURCES = ['src/core', 'src/page', 'src/ui', 'src/platform'];

async function hashFolder(hash: ReturnType<typeof createHash>, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(file).update(await readFile(file));
}

async function sourceHash(entry: string, globalName: string): Promise<string> {
  const hash = createHash('sha256').update(entry).update(globalName);
  for (const folder of SOURCES) await hashFolder(hash, join(ROOT, folder));
  await hashFolder(hash, resolve(entry, '..'));
  hash.update(await readFile(join(ROOT, 'package-lock.json')));
  hash.update(await readFile(fileURLToPath(import.meta.url)));
  return hash.digest('hex').slice(0, 24);
}

/**
 * Bundles `entry` (a path relative to the repository root, or absolute; `.ts` or `.tsx`, Preact
 * JSX and `?inline` style sheets included) into one script that sets `globalThis[globalName]` to
 * the entry's exports. Running it again replaces them. Throws what Vite throws on a broken source.
 */
export async function bundle(entry: string, globalName: string): Promise<string> {
  const path = resolve(ROOT, entry);
  const kept = join(CACHE, `${globalName}-${await sourceHash(path, globalName)}.js`);
  const cached = await readFile(kept, 'utf8').catch(() => null);
  if (cached !== null) return cached;
  const output = await build({
    root: ROOT,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    // Said here so that the result does not depend on who runs it: a test runner sets NODE_ENV.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      sourcemap: false,
      target: 'es2023',
      lib: { entry: path, name: globalName, formats: ['iife'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const chunk = [output].flat().flatMap((one) => ('output' in one ? one.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`Vite built no script from ${entry}`);
  const script = `${chunk.code}\nglobalThis[${JSON.stringify(globalName)}] = ${globalName};\n`;
  await mkdir(CACHE, { recursive: true });
  // Several workers may build the same script at once: a rename is atomic, a write is not.
  const partial = `${kept}.${process.pid}`;
  await writeFile(partial, script);
  await rename(partial, kept);
  return script;
}

/** The page code (`src/page/bundle.ts`) as one script that sets `globalThis.ClausemarkPage`. */
export async function pageBundle(): Promise<string> {
  return bundle('src/page/bundle.ts', 'ClausemarkPage');
}
