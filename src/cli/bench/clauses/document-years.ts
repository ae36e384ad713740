/** The year that a policy gives itself, as far as its text tells. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { effectiveDate } from '../../../core/text/effective-date.ts';

const PolicyShape = z.object({ rel: z.string(), clauses: z.array(z.object({ text: z.string() })) });

/**
 * Year of the effective date that each of the `sources` states (`policies.jsonl.xz`: whole documents,
 * one a line). Documents without a date that can be told are left out; so is everything when the file
 * is absent or the program `xz` is not installed.
 */
export async function documentYears(
  path: string,
  sources: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const years = new Map<string, number>();
  if (!existsSync(path)) return years;
  const xz = spawn('xz', ['-dc', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  xz.on('error', () => process.stderr.write('xz is not installed: no results by year\n'));
  for await (const line of createInterface({ input: xz.stdout })) {
    const { rel, clauses } = PolicyShape.parse(JSON.parse(line));
    if (!sources.has(rel)) continue;
    const date = effectiveDate(clauses.map(({ text }) => text));
    if (date !== null) years.set(rel, Number(date.slice(0, 4)));
  }
  return years;
}
