/** What the user chose, kept in `storage.local`. Only the background uses this; others ask it. */
import { browser } from 'wxt/browser';
import { settingsSchema, type Settings, type SettingsChange } from './messages.ts';

/** Storage key. The number is the version of the shape: a new shape gets a new number and a way over. */
const KEY = 'settings:1';

/** Where settings that could not be understood are set aside, so that nothing is lost silently. */
const DAMAGED_KEY = 'settings:damaged';

/** Settings with every field set. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** Reads the settings; what is missing or damaged is replaced by its default. */
export async function readSettings(): Promise<Settings> {
  try {
    const stored = (await browser.storage.local.get(KEY))[KEY];
    if (stored === undefined) return DEFAULT_SETTINGS;
    const parsed = settingsSchema.safeParse(stored);
    if (parsed.success) return parsed.data;
    await browser.storage.local.set({ [DAMAGED_KEY]: stored, [KEY]: DEFAULT_SETTINGS });
    return DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Changes some settings; changes asked for at once are made one after the other. Answers with all. */
export function changeSettings(change: SettingsChange): Promise<Settings> {
  const changed = last.then(async () => {
    const settings = settingsSchema.parse({ ...(await readSettings()), ...change });
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
  last = changed.catch(() => undefined);
  return changed;
}

/** Forgets everything that is stored. */
export async function clearEverything(): Promise<void> {
  await browser.storage.local.clear();
}
