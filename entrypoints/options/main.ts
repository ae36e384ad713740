import { h } from 'preact';
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
import { pageIn } from '../../src/ui/page.ts';

const page = pageIn(document, catalogueText);

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
  page('options_title', h(Options, props));
};

async function load(): Promise<void> {
  const [settings, watching] = await Promise.all([currentSettings(), watchingNow()]);
  show({ side: settings?.side ?? 'right', watching: watching ? 'on' : 'off' });
}

onWatchingChange(() => void load());
void load();
