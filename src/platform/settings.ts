/** What the user chose, kept in `storage.local`. Only the background uses this; others ask it. */
import { browser } from 'wxt/browser';
import { settingsSchema, type Settings, type SettingsChange } from './messages.ts';
import { stored } from './stored.ts';

/** Settings with every field set. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

const settings = stored({
  name: 'settings',
  version: 1,
  schema: settingsSchema,
  fallback: DEFAULT_SETTINGS,
});

/** Reads the settings; what is missing or damaged is replaced by its default. */
export function readSettings(): Promise<Settings> {
  return settings.read();
}

/** The settings as they would be after a change, which is not stored. */
export async function settingsWith(change: SettingsChange): Promise<Settings> {
  return settingsSchema.parse({ ...(await readSettings()), ...change });
}

/** Changes some settings; changes asked for at once are made one after the other. Answers with all. */
export function changeSettings(change: SettingsChange): Promise<Settings> {
  return settings.change((now) => settingsSchema.parse({ ...now, ...change }));
}

/** Forgets everything that is stored, and the last export, which is kept in memory. */
export async function clearEverything(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
}
