/** The browser's message catalogue, `_locales`, in the language the browser chose. */
import { browser } from 'wxt/browser';
import { stillInstalled } from './tell.ts';

/**
 * Looks one exact key up; an empty string when there is none, or when the extension was updated or
 * switched off under the script that asks: a panel may still draw itself once before it goes.
 */
export function catalogueText(key: string, substitutions: string[]): string {
  try {
    return browser.i18n.getMessage(key, substitutions);
  } catch (error) {
    if (stillInstalled()) throw error;
    return '';
  }
}
