/** The extension's own pages in every state. */
import { h, render, type ComponentChild } from 'preact';
import { CannotRun } from '../../src/ui/CannotRun.tsx';
import { ExportPage } from '../../src/ui/ExportPage.tsx';
import { Options } from '../../src/ui/Options.tsx';
import css from '../../src/ui/pages.css?inline';
import paper from '../../src/ui/print-label.css?inline';
import { Welcome } from '../../src/ui/Welcome.tsx';
import { createWording, WordingProvider } from '../../src/ui/wording.ts';
import { translateFrom } from './messages.ts';
import type { PageName } from './page-names.ts';
import { LONG_REPORT, REPORT } from './report.ts';

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
  minimap: true,
  onMinimap: note('onMinimap'),
  strictness: { step: 0, measured: { right: 0.88, found: 0.76 } },
  onStrictness: note('onStrictness'),
  onSide: note('onSide'),
  corrections: 0,
  onSaveCorrections: note('onSaveCorrections'),
  onClearCorrections: note('onClearCorrections'),
  onClear: note('onClear'),
  onWatch,
} as const;

const exported = {
  markdown: () => '# Northlake Outfitters\n',
  onSave: note('onSave'),
  onPrint: note('onPrint'),
} as const;

/** Pages by name. */
export const PAGES: Readonly<Record<PageName, () => ComponentChild>> = {
  welcome: () =>
    h(Welcome, { browser: 'chrome', shortcut: 'Alt+Shift+M', watching: 'off', onWatch }),
  'welcome-firefox': () =>
    h(Welcome, { browser: 'firefox', shortcut: '', watching: 'on', onWatch }),
  export: () => h(ExportPage, { ...exported, report: REPORT, saved: null }),
  'export-much': () =>
    h(ExportPage, { ...exported, report: LONG_REPORT, saved: 'clausemark-northlake.md' }),
  'export-gone': () => h(ExportPage, { ...exported, report: null, saved: null }),
  options: () => h(Options, { ...options, watching: 'off', cleared: false }),
  'options-watching': () =>
    h(Options, {
      ...options,
      side: 'left',
      minimap: false,
      strictness: { step: 2, measured: null },
      corrections: 12,
      watching: 'on',
      cleared: false,
    }),
  'options-unkept': () => h(Options, { ...options, watching: 'unkept', cleared: false }),
  'options-refused': () => h(Options, { ...options, watching: 'refused', cleared: true }),
  'cannot-browser': () => h(CannotRun, { reason: 'browser' }),
  'cannot-store': () => h(CannotRun, { reason: 'store' }),
  'cannot-file': () => h(CannotRun, { reason: 'file' }),
  'cannot-pdf': () => h(CannotRun, { reason: 'pdf' }),
  'cannot-other': () => h(CannotRun, { reason: 'other' }),
};

/** Shows a page instead of what the document's body holds. */
export function showPage(name: PageName, locale = 'en'): void {
  const page = PAGES[name];
  const translate = translateFrom(locale);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + paper);
  document.adoptedStyleSheets = [sheet];
  document.title = translate('extensionName');
  document.documentElement.lang = locale;
  render(null, document.body);
  document.body.replaceChildren();
  render(h(WordingProvider, { value: createWording(translate, locale) }, page()), document.body);
}
