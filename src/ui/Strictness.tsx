/** Lets the reader choose between few sure sentences and many less sure ones. */
import { useId } from 'preact/hooks';
import { strictnessOf, type Strictness, type StrictnessView } from '../core/strictness.ts';
import { useWording } from './wording.ts';

/** Names of the steps, from most sentences to surest. */
const NAMES = {
  [-2]: 'most',
  [-1]: 'more',
  0: 'usual',
  1: 'fewer',
  2: 'fewest',
} as const satisfies Record<Strictness, string>;

/**
 * A slider with five steps, the surest at its start. What was measured of the step is said below it, and
 * left out where the model in use was not measured.
 */
export function StrictnessChoice({
  strictness: { step, measured },
  onStep,
}: {
  strictness: StrictnessView;
  onStep: (step: Strictness) => void;
}) {
  const { text, confidence } = useWording();
  const id = useId();
  const name = text(`strictness_${NAMES[step]}`);
  return (
    <div class="strictness" data-strictness={step}>
      <div class="strictness-head">
        <label for={id}>{text('strictness_label')}</label>
        <span aria-hidden="true">{name}</span>
      </div>
      <input
        id={id}
        type="range"
        class="strictness-slider"
        min="-2"
        max="2"
        step="1"
        value={-step}
        aria-valuetext={name}
        aria-describedby={measured === null ? undefined : `${id}-measured`}
        onInput={(event) => {
          const chosen = strictnessOf(-event.currentTarget.valueAsNumber);
          if (chosen !== step) onStep(chosen);
        }}
      />
      <div class="strictness-ends" aria-hidden="true">
        <span>{text('strictness_fewer')}</span>
        <span>{text('strictness_more')}</span>
      </div>
      {measured !== null && (
        <p class="strictness-measured" id={`${id}-measured`}>
          {text('strictness_measured', [confidence(measured.right), confidence(measured.found)])}
        </p>
      )}
    </div>
  );
}
