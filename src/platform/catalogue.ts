/** The browser's message catalogue, `_locales`, in the language the browser chose. */
import { browser } from 'wxt/browser';

/** Looks one exact key up; an empty string when there is none. */
export function catalogueText(key: string, substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
