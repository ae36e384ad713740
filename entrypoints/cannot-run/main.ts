import { h, render } from 'preact';
import { CANNOT_RUN_REASONS } from '../../src/core/runnable.ts';
import { catalogueText } from '../../src/platform/catalogue.ts';
import { CannotRun } from '../../src/ui/CannotRun.tsx';
import { createTranslate } from '../../src/ui/translate.ts';
import { createWording, WordingProvider } from '../../src/ui/wording.ts';

const asked = new URLSearchParams(location.search).get('reason');
const reason = CANNOT_RUN_REASONS.find((known) => known === asked) ?? 'other';
const translate = createTranslate(catalogueText, catalogueText('uiLocale', []));
const value = createWording(translate, navigator.language);
document.documentElement.lang = value.locale;
render(h(WordingProvider, { value }, h(CannotRun, { reason })), document.body);
