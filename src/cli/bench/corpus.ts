/** Reads a folder of saved pages: `manifest.jsonl[.gz]` and `pages/` or `pages.tar.xz`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A saved page as the manifest lists it, without its gold. */
export interface SavedPage {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  /** What the page is: `privacy`, `cookie`, `other` or `unknown`. */
  readonly kind: string;
  readonly url: string | null;
}

/** What extraction must keep of a page. */
export interface Gold {
  readonly passages: readonly string[];
  /** Whether the passages are the whole main text, so that precision can be measured. */
  readonly exact: boolean;
}

async function manifestLines(folder: string): Promise<Record<string, unknown>[]> {
  for (const name of ['manifest.jsonl', 'manifest.jsonl.gz']) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const bytes = await readFile(path);
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  throw new Error(`${folder} holds no manifest.jsonl or manifest.jsonl.gz`);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The pages of the manifest in its order. Gold is not kept: see {@link readGold}. */
export async function readManifest(folder: string): Promise<SavedPage[]> {
  const lines = await manifestLines(folder);
  return lines.map((line) => ({
    id: textOf(line['id']),
    source: textOf(line['source']),
    name: textOf(line['name']),
    kind: textOf(line['kind']) || 'unknown',
    url: textOf(line['url']) || null,
  }));
}

/** Gold by page id. Called only after every page has been read, so that reading cannot see it. */
export async function readGold(folder: string): Promise<Map<string, Gold>> {
  const gold = new Map<string, Gold>();
  for (const line of await manifestLines(folder)) {
    const passages = line['gold'];
    if (!Array.isArray(passages) || passages.length === 0) continue;
    const texts = passages.map(textOf).filter((text) => text !== '');
    gold.set(textOf(line['id']), { passages: texts, exact: line['exact'] === true });
  }
  return gold;
}

/** Folder of the pages' HTML files; unpacks `pages.tar.xz` into `workFolder` where needed. */
export async function pagesFolder(folder: string, workFolder: string): Promise<string> {
  const plain = join(folder, 'pages');
  if (existsSync(plain)) return plain;
  const unpacked = join(workFolder, 'pages');
  if (existsSync(unpacked)) return unpacked;
  const archive = join(folder, 'pages.tar.xz');
  if (!existsSync(archive)) throw new Error(`${folder} holds neither pages/ nor pages.tar.xz`);
  await mkdir(workFolder, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xJf', archive, '-C', workFolder]);
  if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${String(stderr)}`);
  return unpacked;
}
