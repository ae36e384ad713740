/** Message keys → words in the browser's language, from `_locales`. */
import { browser } from 'wxt/browser';

/**
 * Words of a message. With a number as first argument, `<key>_one` or `<key>_other` is taken where
 * it exists (plural rules of the interface language). An unknown key answers itself, so that a
 * mistake is seen.
 */
export function translate(key: string, args: readonly (string | number)[] = []): string {
  const strings = args.map(String);
  const count = args[0];
  if (typeof count === 'number') {
    const form = new Intl.PluralRules(browser.i18n.getUILanguage()).select(count);
    const plural = message(`${key}_${form}`, strings) || message(`${key}_other`, strings);
    if (plural) return plural;
  }
  return message(key, strings) || key;
}

function message(key: string, args: string[]): string {
  return browser.i18n.getMessage(key as never, args);
}
