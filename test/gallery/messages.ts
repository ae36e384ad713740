/** The catalogues as the gallery speaks them. A key that is missing throws: no state may show one. */
import { createTranslate, type Translate } from '../../src/ui/translate.ts';

type Catalogue = Readonly<Record<string, { message: string }>>;

/** Every catalogue that there is, by its language: a new file needs no other line of code. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<Catalogue>('../../assets/_locales/*/messages.json', {
      eager: true,
      import: 'default',
    }),
  ).map(([path, catalogue]) => [path.split('/').at(-2)!, catalogue]),
);

/** Languages of the interface. */
export const LOCALES = Object.keys(CATALOGUES);

/**
 * Languages that nobody speaks, made of the English catalogue: one whose words are half as long again
 * and stand on tall letters, and one that is written from right to left.
 */
const MADE_UP: Readonly<Record<string, (english: string, key: string) => string>> = {
  'long-words': (english, key) => {
    if (key.startsWith('ui')) return english;
    return english.replaceAll(/\p{L}+/gu, (word) => {
      const tall = word.replaceAll(/[aeiou]/giu, (vowel) => `${vowel}\u0302`.normalize('NFC'));
      return `${tall}${'ñg'.repeat(Math.ceil(word.length / 4))}`;
    });
  },
  'right-to-left': (english, key) => {
    if (key === 'uiDirection') return 'rtl';
    if (key === 'uiLocale') return english;
    return english.replaceAll(/[a-z]/giu, (letter) =>
      String.fromCodePoint(0x5d0 + (letter.toLowerCase().codePointAt(0)! - 0x61)),
    );
  },
};

/** Names of the made-up languages. */
export const MADE_UP_LOCALES = Object.keys(MADE_UP);

/** Translates as the browser does, from a catalogue in memory or into a made-up language. */
export function translateFrom(locale: string): Translate {
  const madeUp = MADE_UP[locale];
  const real = madeUp === undefined ? locale : 'en';
  const catalogue = CATALOGUES[real];
  if (catalogue === undefined) throw new Error(`No catalogue for ${locale}`);
  return createTranslate((key, substitutions) => {
    const entry = catalogue[key];
    if (entry === undefined) throw new Error(`No message ${key} in ${locale}`);
    const message = madeUp?.(entry.message, key) ?? entry.message;
    return message.replaceAll(/\$(\d)/gu, (_, index) => substitutions[Number(index) - 1] ?? '');
  }, real);
}
