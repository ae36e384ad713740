import { h, render } from 'preact';
import { catalogueText } from '../../src/platform/catalogue.ts';
import {
  change,
  currentSettings,
  forgetEverything,
  onWatchingChange,
  setWatching,
  watchingNow,
} from '../../src/platform/pages.ts';
import { Options, type OptionsProps } from '../../src/ui/Options.tsx';
import { createTranslate } from '../../src/ui/translate.ts';
import { createWording, WordingProvider } from '../../src/ui/wording.ts';

const translate = createTranslate(catalogueText, catalogueText('uiLocale', []));
const value = createWording(translate, navigator.language);
document.documentElement.lang = value.locale;
document.title = translate('options_title');

let shown: Pick<OptionsProps, 'side' | 'watching' | 'cleared'> = {
  side: 'right',
  watching: 'off',
  cleared: false,
};

const show = (changed: Partial<typeof shown>) => {
  shown = { ...shown, ...changed };
  const props: OptionsProps = {
    ...shown,
    onSide: (side) => void change({ side }).then(() => show({ side, cleared: false })),
    onWatch: (wanted) =>
      void setWatching(wanted).then((watching) => show({ watching, cleared: false })),
    onClear: () =>
      void forgetEverything()
        .then(load)
        .then(() => show({ cleared: true })),
  };
  render(h(WordingProvider, { value }, h(Options, props)), document.body);
};

async function load(): Promise<void> {
  const [settings, watching] = await Promise.all([currentSettings(), watchingNow()]);
  show({ side: settings?.side ?? 'right', watching: watching ? 'on' : 'off' });
}

onWatchingChange(() => void load());
void load();
