/** One finding: a button that holds the page's own words and leads to them. */
import type { FindingView } from '../core/view.ts';
import { StanceLabel } from './topic-state.tsx';
import type { MessageKey } from './translate.ts';
import { useWording } from './wording.ts';

/** Lowest calibrated probability of each wording; below the last it is "unsure". */
const CONFIDENCE_WORDS: readonly (readonly [number, MessageKey])[] = [
  [0.95, 'confidence_very_sure'],
  [0.8, 'confidence_sure'],
  [0.6, 'confidence_fairly_sure'],
];

function confidenceKey(confidence: number): MessageKey {
  return CONFIDENCE_WORDS.find(([least]) => confidence >= least)?.[1] ?? 'confidence_unsure';
}

/** A finding as a list item. A quote that the page no longer holds stays, but leads nowhere. */
export function FindingCard({
  finding,
  active,
  language,
  onJump,
}: {
  finding: FindingView;
  active: boolean;
  /** Language of the page's own words, for those who hear them; `und` when unknown. */
  language: string;
  onJump: (findingId: string) => void;
}) {
  const { text, confidence } = useWording();
  const lang = language === 'und' ? undefined : language;
  return (
    <li>
      <button
        type="button"
        class="finding"
        data-finding-id={finding.id}
        aria-current={active ? 'true' : undefined}
        aria-disabled={finding.anchored ? undefined : 'true'}
        onClick={() => {
          if (finding.anchored) onJump(finding.id);
        }}
      >
        {finding.section.length > 0 && (
          <span class="section-path" lang={lang}>
            {finding.section.join(' › ')}
          </span>
        )}
        <q class="quote" lang={lang}>
          {finding.quote}
        </q>
        <span class="finding-facts">
          <StanceLabel stance={finding.stance} topic={finding.topic} />
          <span class="confidence">
            {text(confidenceKey(finding.confidence), [confidence(finding.confidence)])}
          </span>
        </span>
        {!finding.anchored && <span class="unanchored">{text('finding_unanchored')}</span>}
      </button>
    </li>
  );
}
