/** The catalogues as the gallery speaks them. A key that is missing throws: no state may show one. */
import de from '../../assets/_locales/de/messages.json';
import en from '../../assets/_locales/en/messages.json';
import { createTranslate, type Translate } from '../../src/ui/translate.ts';

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, { message: string }>>>> = {
  en,
  de,
};

/** Translates as the browser does, from a catalogue in memory. */
export function translateFrom(locale: string): Translate {
  const catalogue = CATALOGUES[locale];
  if (catalogue === undefined) throw new Error(`No catalogue for ${locale}`);
  return createTranslate((key, substitutions) => {
    const entry = catalogue[key];
    if (entry === undefined) throw new Error(`No message ${key} in ${locale}`);
    return entry.message.replaceAll(
      /\$(\d)/gu,
      (_, index) => substitutions[Number(index) - 1] ?? '',
    );
  }, locale);
}
