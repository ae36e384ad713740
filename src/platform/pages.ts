/** What the extension's own pages ask of the browser. */
import { browser } from 'wxt/browser';
import type { Correction } from '../core/evidence/corrections.ts';
import { clearEverything } from './settings.ts';
import { askToWatch, mayWatch, stopWatching } from './watching.ts';
import { send } from './channel.ts';
import type { Settings, SettingsChange } from './messages.ts';

/** Which browser this is, as far as our own words differ: their menus have other names. */
export function browserName(): 'chrome' | 'firefox' {
  return browser.runtime.getURL('/').startsWith('moz-extension:') ? 'firefox' : 'chrome';
}

/** The keys that click the toolbar button, as the browser writes them; empty when it gave us none. */
export async function toolbarKeys(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}

/** Whether pages are watched now: wished for, and allowed. */
export async function watchingNow(): Promise<boolean> {
  const [settings, granted] = await Promise.all([send('settings', {}), mayWatch()]);
  return granted && settings.ok && settings.value.watching;
}

/**
 * Turns watching on or off; must be called within a click. Answers with what is the case then:
 * `refused` when the browser did not grant the permission, `unkept` when the wish could not be stored
 * (storage is full): the permission is given back then.
 */
export async function setWatching(wanted: boolean): Promise<'on' | 'off' | 'refused' | 'unkept'> {
  if (!wanted) {
    await stopWatching();
    await send('changeSettings', { watching: false });
    return 'off';
  }
  // The prompt must be the first thing that the click leads to.
  if (!(await askToWatch())) return 'refused';
  const kept = await send('changeSettings', { watching: true });
  if (kept.ok) return 'on';
  await stopWatching();
  return 'unkept';
}

/** The settings as they are; `null` when the background does not answer. */
export async function currentSettings(): Promise<Settings | null> {
  const answer = await send('settings', {});
  return answer.ok ? answer.value : null;
}

/** SHA-256 of the model in use, hex; empty when it cannot be loaded. */
export async function modelSha256(): Promise<string> {
  const answer = await send('model', {});
  return answer.ok && answer.value.ok ? answer.value.value.sha256 : '';
}

/** What readers said against the model, oldest first. */
export async function allCorrections(): Promise<readonly Correction[]> {
  const answer = await send('corrections', {});
  return answer.ok ? answer.value.list : [];
}

/** Forgets what readers said against the model, and nothing else. */
export async function forgetCorrections(): Promise<void> {
  await send('forgetCorrections', {});
}

/** Changes some settings. */
export async function change(settings: SettingsChange): Promise<void> {
  await send('changeSettings', settings);
}

/** Forgets everything stored, gives the permission back, and so stops watching. */
export async function forgetEverything(): Promise<void> {
  await stopWatching();
  await clearEverything();
  await send('changeSettings', {});
}

/** Calls `changed` when the permission to watch is granted or revoked elsewhere. */
export function onWatchingChange(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
