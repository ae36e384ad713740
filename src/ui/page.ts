/** Shows the extension's own pages in the reader's language. */
import { h, render, type ComponentChild } from 'preact';
import { createTranslate, type MessageKey, type MessageSource } from './translate.ts';
import { createWording, WordingProvider } from './wording.ts';

/**
 * Prepares `document` for one of our pages. The answer shows a component as the whole page, under the
 * title of a message; it can be called again when something changes.
 */
export function pageIn(
  document: Document,
  source: MessageSource,
): (title: MessageKey, page: ComponentChild) => void {
  const translate = createTranslate(source, source('uiLocale', []));
  const value = createWording(translate, navigator.language);
  document.documentElement.lang = value.locale;
  return (title, page) => {
    document.title = translate(title);
    render(h(WordingProvider, { value }, page), document.body);
  };
}
