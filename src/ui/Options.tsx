/** The options page: where the panel stands, watching, and what is kept. */
import type { Strictness, StrictnessView } from '../core/strictness.ts';
import { BrandMark } from './icons.tsx';
import type { PanelSettings } from './settings.ts';
import { StrictnessChoice } from './Strictness.tsx';
import { YourCorrections } from './YourCorrections.tsx';
import { WatchOffer, type WatchState } from './WatchOffer.tsx';
import { useWording } from './wording.ts';

/** Props of {@link Options}. */
export interface OptionsProps {
  readonly side: PanelSettings['side'];
  readonly minimap: boolean;
  readonly strictness: StrictnessView;
  readonly watching: WatchState;
  /** How many corrections are kept. */
  readonly corrections: number;
  /** True once everything was cleared, until something is chosen again. */
  readonly cleared: boolean;
  readonly onSide: (side: PanelSettings['side']) => void;
  readonly onMinimap: (shown: boolean) => void;
  readonly onStrictness: (step: Strictness) => void;
  readonly onWatch: (wanted: boolean) => void;
  readonly onSaveCorrections: () => void;
  readonly onClearCorrections: () => void;
  readonly onClear: () => void;
}

/** All options. Each takes effect at once; there is nothing to save. */
export function Options({
  side,
  minimap,
  strictness,
  watching,
  corrections,
  cleared,
  ...on
}: OptionsProps) {
  const { text, locale, direction } = useWording();
  const choice = (value: PanelSettings['side']) => (
    <label class="choice">
      <input
        type="radio"
        name="side"
        value={value}
        checked={side === value}
        onChange={() => on.onSide(value)}
      />
      {text(`options_side_${value}`)}
    </label>
  );
  return (
    <main class="page" lang={locale} dir={direction}>
      <header class="page-head">
        <BrandMark size={36} />
        <h1>{text('options_title')}</h1>
      </header>
      <fieldset class="card">
        <legend>{text('options_side')}</legend>
        <div class="choices">
          {choice('left')}
          {choice('right')}
        </div>
        <p class="hint">{text('options_side_hint')}</p>
        <label class="choice">
          <input
            type="checkbox"
            checked={minimap}
            onChange={(event) => on.onMinimap(event.currentTarget.checked)}
          />
          {text('options_minimap')}
        </label>
      </fieldset>
      <section class="card" aria-labelledby="strictness-title">
        <h2 id="strictness-title">{text('options_strictness')}</h2>
        <StrictnessChoice strictness={strictness} onStep={on.onStrictness} />
        <p class="hint">{text('options_strictness_hint')}</p>
      </section>
      <WatchOffer watching={watching} onWatch={on.onWatch} />
      <YourCorrections
        count={corrections}
        onSave={on.onSaveCorrections}
        onClear={on.onClearCorrections}
      />
      <section class="card" aria-labelledby="data-title">
        <h2 id="data-title">{text('options_data')}</h2>
        <p>{text('options_data_body')}</p>
        <p class="outcome" role="status">
          {cleared && text('options_cleared')}
        </p>
        <button type="button" class="button" onClick={() => on.onClear()}>
          {text('options_clear')}
        </button>
      </section>
    </main>
  );
}
