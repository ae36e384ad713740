/** Words, numbers and dates in the reader's language, handed down the component tree. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Message } from '../core/view.ts';
import type { MessageArgs, MessageKey, Translate } from './translate.ts';

/** Everything a component needs to speak. */
export interface Wording {
  /** Our own words; the key is checked by the compiler. */
  readonly text: (key: MessageKey, args?: MessageArgs) => string;
  /** A message that came with the view. */
  readonly message: (message: Message) => string;
  /** A whole number with the locale's grouping. */
  readonly number: (value: number) => string;
  /** A probability 0…1 as whole percent. Never "100 %" for less than certainty: capped at 99. */
  readonly confidence: (value: number) => string;
  /** A share given in percent, 0…100, as whole percent. */
  readonly percent: (value: number) => string;
  /** A `YYYY-MM-DD` date in full; text that is no date comes back unchanged. */
  readonly date: (isoDate: string) => string;
  /** A moment (ISO 8601) as date and time, UTC; text that is none comes back unchanged. */
  readonly time: (isoTime: string) => string;
  /** A language's own name in the reader's language, from its ISO 639-1 code. */
  readonly language: (code: string) => string;
  /** BCP 47 language of the catalogue, for `lang`. */
  readonly locale: string;
  /** Writing direction of the catalogue, for `dir`. */
  readonly direction: 'ltr' | 'rtl';
}

/** Builds the wording of one catalogue; `preferred` (the browser's locale) refines number and date style. */
export function createWording(translate: Translate, preferred: string): Wording {
  const locale = translate('uiLocale');
  const style = preferred.split('-')[0] === locale ? preferred : locale;
  const whole = new Intl.NumberFormat(style, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(style, { style: 'percent', maximumFractionDigits: 0 });
  const dates = new Intl.DateTimeFormat(style, { dateStyle: 'long', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(style, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const languages = new Intl.DisplayNames([style], { type: 'language', fallback: 'code' });
  return {
    text: translate,
    message: ({ key, args = [] }) =>
      translate(
        key,
        // A view names a topic in a sentence by the key of the topic's name.
        args.map((arg) => (/^topic_[A-Z]{3}$/u.test(String(arg)) ? translate(String(arg)) : arg)),
      ),
    number: (value) => whole.format(value),
    confidence: (value) => percent.format(Math.min(value, value === 1 ? 1 : 0.99)),
    percent: (value) => percent.format(value / 100),
    date: (isoDate) => {
      const time = Date.parse(`${isoDate}T00:00:00Z`);
      return Number.isNaN(time) ? isoDate : dates.format(time);
    },
    time: (isoTime) => {
      const time = Date.parse(isoTime);
      return Number.isNaN(time) ? isoTime : `${times.format(time)} UTC`;
    },
    language: (code) => languages.of(code) ?? code,
    locale,
    direction: translate('uiDirection') === 'rtl' ? 'rtl' : 'ltr',
  };
}

const WordingContext = createContext<Wording | null>(null);

/** Makes a wording available to every component below. */
export const WordingProvider = WordingContext.Provider;

/** The wording of the nearest provider. Throws when there is none: a mistake in the program. */
export function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (wording === null) throw new Error('A component was rendered outside a WordingProvider');
  return wording;
}
