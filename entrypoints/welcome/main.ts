import { h, render } from 'preact';
import { catalogueText } from '../../src/platform/catalogue.ts';
import {
  browserName,
  onWatchingChange,
  setWatching,
  watchingNow,
} from '../../src/platform/pages.ts';
import { createTranslate } from '../../src/ui/translate.ts';
import type { WatchState } from '../../src/ui/WatchOffer.tsx';
import { Welcome } from '../../src/ui/Welcome.tsx';
import { createWording, WordingProvider } from '../../src/ui/wording.ts';

const translate = createTranslate(catalogueText, catalogueText('uiLocale', []));
const value = createWording(translate, navigator.language);
document.documentElement.lang = value.locale;
document.title = translate('welcome_title');

const show = (watching: WatchState) => {
  const props = {
    browser: browserName(),
    watching,
    onWatch: (wanted: boolean) => void setWatching(wanted).then(show),
  } as const;
  render(h(WordingProvider, { value }, h(Welcome, props)), document.body);
};

const load = async () => show((await watchingNow()) ? 'on' : 'off');

onWatchingChange(() => void load());
void load();
