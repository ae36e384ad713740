/** The version that everything we print carries. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const manifest = z.object({ version: z.string() });

/** Version of Clausemark, from `package.json`. */
export async function versionOf(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return manifest.parse(JSON.parse(text)).version;
}
