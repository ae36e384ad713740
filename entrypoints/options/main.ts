import { h } from 'preact';
import { DEFAULT_STRICTNESS, strictnessView } from '../../src/core/strictness.ts';
import { catalogueText } from '../../src/platform/catalogue.ts';
import { correctionLines } from '../../src/core/evidence/corrections.ts';
import {
  allCorrections,
  change,
  currentSettings,
  forgetCorrections,
  forgetEverything,
  modelSha256,
  onWatchingChange,
  setWatching,
  watchingNow,
} from '../../src/platform/pages.ts';
import { Options, type OptionsProps } from '../../src/ui/Options.tsx';
import { pageIn } from '../../src/ui/page.ts';
import { saveText } from '../../src/ui/save-text.ts';

const page = pageIn(document, catalogueText);

let shown: Pick<
  OptionsProps,
  'side' | 'minimap' | 'strictness' | 'watching' | 'corrections' | 'cleared'
> = {
  side: 'right',
  minimap: true,
  strictness: { step: DEFAULT_STRICTNESS, measured: null },
  watching: 'off',
  corrections: 0,
  cleared: false,
};

/** Of the model in use; empty until it is known. */
let sha256 = '';

const show = (changed: Partial<typeof shown>) => {
  shown = { ...shown, ...changed };
  const props: OptionsProps = {
    ...shown,
    onSide: (side) => void change({ side }).then(() => show({ side, cleared: false })),
    onMinimap: (minimap) => void change({ minimap }).then(() => show({ minimap, cleared: false })),
    onStrictness: (step) =>
      void change({ strictness: step }).then(() =>
        show({ strictness: strictnessView(step, sha256), cleared: false }),
      ),
    onWatch: (wanted) =>
      void setWatching(wanted).then((watching) => show({ watching, cleared: false })),
    onSaveCorrections: () => void save(),
    onClearCorrections: () => void forgetCorrections().then(load),
    onClear: () =>
      void forgetEverything()
        .then(load)
        .then(() => show({ cleared: true })),
  };
  page('options_title', h(Options, props));
};

/** Hands all corrections to the reader as a file. */
async function save(): Promise<void> {
  saveText('clausemark-corrections.jsonl', correctionLines(await allCorrections()));
}

async function load(): Promise<void> {
  const [settings, watching, corrections] = await Promise.all([
    currentSettings(),
    watchingNow(),
    allCorrections(),
  ]);
  sha256 ||= await modelSha256();
  show({
    side: settings?.side ?? 'right',
    minimap: settings?.minimap ?? true,
    strictness: strictnessView(settings?.strictness ?? DEFAULT_STRICTNESS, sha256),
    watching: watching ? 'on' : 'off',
    corrections: corrections.length,
  });
}

onWatchingChange(() => void load());
void load();
