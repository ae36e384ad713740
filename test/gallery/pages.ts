/** The extension's own pages in every state. */
import { h, render, type ComponentChild } from 'preact';
import { CANNOT_RUN_REASONS } from '../../src/core/runnable.ts';
import { CannotRun } from '../../src/ui/CannotRun.tsx';
import { Options } from '../../src/ui/Options.tsx';
import css from '../../src/ui/pages.css?inline';
import { Welcome } from '../../src/ui/Welcome.tsx';
import { createWording, WordingProvider } from '../../src/ui/wording.ts';
import { translateFrom } from './messages.ts';

/** What the page asked for, oldest first. */
export const pageCalls: unknown[][] = [];

const note =
  (name: string) =>
  (...args: unknown[]) => {
    pageCalls.push([name, ...args]);
  };

const onWatch = note('onWatch');
const options = {
  side: 'right',
  onSide: note('onSide'),
  onClear: note('onClear'),
  onWatch,
} as const;

/** Pages by name. */
export const PAGES: Readonly<Record<string, () => ComponentChild>> = {
  welcome: () => h(Welcome, { browser: 'chrome', watching: 'off', onWatch }),
  'welcome-firefox': () => h(Welcome, { browser: 'firefox', watching: 'on', onWatch }),
  options: () => h(Options, { ...options, watching: 'off', cleared: false }),
  'options-watching': () =>
    h(Options, { ...options, side: 'left', watching: 'on', cleared: false }),
  'options-refused': () => h(Options, { ...options, watching: 'refused', cleared: true }),
  ...Object.fromEntries(
    CANNOT_RUN_REASONS.map((reason) => [`cannot-${reason}`, () => h(CannotRun, { reason })]),
  ),
};

/** Shows a page instead of what the document's body holds. */
export function showPage(name: string, locale = 'en'): void {
  const page = PAGES[name];
  if (page === undefined) throw new Error(`No page ${name}`);
  const translate = translateFrom(locale);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  document.title = translate('extensionName');
  document.documentElement.lang = locale;
  document.body.replaceChildren();
  render(h(WordingProvider, { value: createWording(translate, locale) }, page()), document.body);
}
