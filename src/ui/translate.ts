/**
 * Message keys to words. The catalogue is `assets/_locales/<lang>/messages.json`, the format that
 * both browsers read; a message that depends on a number exists once per plural form, as
 * `<key>_one`, `<key>_other` (and `_few`, `_many`, … in languages that have them).
 */
import type messages from '../../assets/_locales/en/messages.json';

type Keys = keyof typeof messages & string;

/** `skip_other` has no `skip_one` beside it: it is a word, not a plural form. */
type WithoutPlural<K extends Keys> = K extends `${infer Base}_one`
  ? Base
  : K extends `${infer Base}_other`
    ? `${Base}_one` extends Keys
      ? Base
      : K
    : K;

/** Every key that may be asked for; keys with plural forms without their suffix. */
export type MessageKey = WithoutPlural<Keys>;

/** Values for `$1`, `$2`, …; numbers are written the way the reader's locale writes them. */
export type MessageArgs = readonly (string | number)[];

/**
 * Words for a key. Keys that `ui/` writes are checked against the catalogue by the compiler; those
 * of a view ({@link ../core/view.ts}) are plain strings and checked by a test.
 */
export type Translate = (key: MessageKey | (string & {}), args?: MessageArgs) => string;

/** Looks one exact key up; an empty string when there is none, as the browsers' own lookup does. */
export type MessageSource = (key: string, substitutions: string[]) => string;

/**
 * Keys that exist in plural forms; their first argument is the number that decides. Listed, not
 * guessed, because a browser logs a complaint for every key it does not know.
 */
export const PLURAL_KEYS: ReadonlySet<string> = new Set<MessageKey>([
  'actions_all',
  'announce_ready',
  'announce_strictness',
  'badge_analysed',
  'count_sentences',
  'coverage_chars',
  'export_more',
  'fact_minutes',
  'fact_words',
  'filter_matches',
  'findings_all',
  'headline_show',
  'minimap_bucket',
  'options_corrections_count',
  'honesty_documents',
  'honesty_parts',
]);

/**
 * Makes a {@link Translate}. `locale` is the catalogue's own language, not the browser's: plural
 * rules must be those of the words in use. A key that is missing comes back as itself, so that a
 * fault is visible instead of blank.
 */
export function createTranslate(source: MessageSource, locale: string): Translate {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, args = []) => {
    const words = args.map((arg) => (typeof arg === 'number' ? numbers.format(arg) : arg));
    if (!PLURAL_KEYS.has(key)) return source(key, words) || key;
    const form = rules.select(Number(args[0]));
    return source(`${key}_${form}`, words) || source(`${key}_other`, words) || key;
  };
}
