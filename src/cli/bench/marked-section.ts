/** Puts what a command measured into a document, between two lines that mark the place. */
import { readFile, writeFile } from 'node:fs/promises';

/**
 * Replaces what stands between `<!-- begin: name -->` and `<!-- end: name -->` in the file by
 * `content`. Throws when the file or its marks are missing.
 */
export async function writeSection(path: string, name: string, content: string): Promise<void> {
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const text = await readFile(path, 'utf8');
  const [before, rest] = text.split(begin, 2);
  const after = rest?.split(end, 2)[1];
  if (after === undefined) throw new Error(`${path} lacks the lines ${begin} and ${end}`);
  await writeFile(path, `${before}${begin}\n\n${content}\n\n${end}${after}`);
}
