/** The extension's own English words, for readable output on a terminal. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Message } from '../core/view.ts';

const FILE = fileURLToPath(new URL('../../assets/_locales/en/messages.json', import.meta.url));

const catalogue = z.record(z.string(), z.object({ message: z.string() }));

/** Words of a message; a key that does not exist comes back as itself. */
export type Words = (message: Message) => string;

/** Loads the English catalogue. */
export async function loadWords(): Promise<Words> {
  const messages = catalogue.parse(JSON.parse(await readFile(FILE, 'utf8')));
  const rules = new Intl.PluralRules('en');
  return ({ key, args = [] }) => {
    const form = typeof args[0] === 'number' ? rules.select(args[0]) : 'other';
    const found = messages[key] ?? messages[`${key}_${form}`];
    return (found?.message ?? key).replaceAll(/\$(\d)/g, (whole, position: string) =>
      String(args[Number(position) - 1] ?? whole),
    );
  };
}
