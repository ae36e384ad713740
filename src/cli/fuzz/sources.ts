/** Pages that mutants are made of: saved real ones where they are, else those of our own tests. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagesFolder, readManifest } from '../bench/corpus.ts';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/pages', import.meta.url));

/** Where pages come from. */
export interface Sources {
  /** What they are, in words. */
  readonly name: string;
  readonly ids: readonly string[];
  /** The page as text, read as UTF-8. */
  read(id: string): Promise<string>;
}

/** A page must not send the tab elsewhere, nor forbid it what the pages after it need. */
function withoutOrders(html: string): string {
  return html.replaceAll(/http-equiv/giu, 'data-equiv');
}

async function own(): Promise<Sources> {
  const ids = (await readdir(FIXTURES)).toSorted();
  return {
    name: `our own ${ids.length} test pages`,
    ids,
    read: (id) => readFile(join(FIXTURES, id, 'source.html'), 'utf8'),
  };
}

/** Pages of `folder` (see `../bench/corpus.ts`), unpacked into `work`; our own when there is no such folder. */
export async function sourcesIn(folder: string, work: string): Promise<Sources> {
  if (!existsSync(folder)) return own();
  const unpacked = await pagesFolder(folder, work);
  const ids = (await readManifest(folder)).map(({ id }) => id);
  return {
    name: `${ids.length} saved pages`,
    ids,
    read: async (id) => withoutOrders(await readFile(join(unpacked, `${id}.html`), 'utf8')),
  };
}
