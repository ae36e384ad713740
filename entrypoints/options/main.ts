import { h } from 'preact';
import { DEFAULT_STRICTNESS, strictnessView } from '../../src/core/strictness.ts';
import { catalogueText } from '../../src/platform/catalogue.ts';
import {
  change,
  currentSettings,
  forgetEverything,
  modelSha256,
  onWatchingChange,
  setWatching,
  watchingNow,
} from '../../src/platform/pages.ts';
import { Options, type OptionsProps } from '../../src/ui/Options.tsx';
import { pageIn } from '../../src/ui/page.ts';

const page = pageIn(document, catalogueText);

let shown: Pick<OptionsProps, 'side' | 'strictness' | 'watching' | 'cleared'> = {
  side: 'right',
  strictness: { step: DEFAULT_STRICTNESS, measured: null },
  watching: 'off',
  cleared: false,
};

/** Of the model in use; empty until it is known. */
let sha256 = '';

const show = (changed: Partial<typeof shown>) => {
  shown = { ...shown, ...changed };
  const props: OptionsProps = {
    ...shown,
    onSide: (side) => void change({ side }).then(() => show({ side, cleared: false })),
    onStrictness: (step) =>
      void change({ strictness: step }).then(() =>
        show({ strictness: strictnessView(step, sha256), cleared: false }),
      ),
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
  sha256 ||= await modelSha256();
  show({
    side: settings?.side ?? 'right',
    strictness: strictnessView(settings?.strictness ?? DEFAULT_STRICTNESS, sha256),
    watching: watching ? 'on' : 'off',
  });
}

onWatchingChange(() => void load());
void load();
