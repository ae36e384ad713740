import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/platform/background.ts';
import { catalogueText } from '../src/platform/catalogue.ts';
import { createTranslate } from '../src/ui/translate.ts';

export default defineBackground({
  type: 'module',
  main() {
    const translate = createTranslate(catalogueText, catalogueText('uiLocale', []));
    startBackground(({ key, args }) => translate(key, args));
  },
});
