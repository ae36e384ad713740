/** Why a sentence is shown: where it stands, what the model weighed, and what the reader can do with it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EvidenceView } from '../core/evidence/evidence.ts';
import type { FindingView } from '../core/view.ts';
import { confidenceKey } from './confidence.ts';
import { CopyQuote } from './CopyQuote.tsx';
import { CorrectionForm, useLabelText } from './CorrectionForm.tsx';
import { useEvidence } from './evidence-context.ts';
import { bringIntoView } from './scroll.ts';
import { stanceKey } from '../core/state-words.ts';
import { QuoteInPlace, WeighedWords } from './WeighedWords.tsx';
import { useWording } from './wording.ts';

/** The card below its finding. `onLeave` closes it. */
export function EvidenceCard({
  finding,
  evidence,
  lang,
  onLeave,
}: {
  finding: FindingView;
  evidence: EvidenceView;
  lang: string | undefined;
  onLeave: () => void;
}) {
  const { text, confidence } = useWording();
  const { corrections, onCorrect } = useEvidence();
  const [correcting, setCorrecting] = useState(false);
  const card = useRef<HTMLElement>(null);
  const wrong = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const scroller = card.current?.closest<HTMLElement>('.scroller');
    if (card.current && scroller) bringIntoView(card.current, scroller);
  }, []);
  const endCorrecting = () => {
    setCorrecting(false);
    wrong.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (correcting) endCorrecting();
    else onLeave();
  };
  const { topic, stance, confidence: both } = finding;
  return (
    <section
      ref={card}
      class="evidence"
      id={`evidence-${finding.id}`}
      data-evidence={finding.id}
      onKeyDown={onKeyDown}
    >
      <h5 class="evidence-title">{text('evidence_title')}</h5>
      {finding.section.length > 0 && (
        <p class="section-path" lang={lang}>
          {finding.section.join(' › ')}
        </p>
      )}
      <QuoteInPlace quote={finding.quote} lang={lang} evidence={evidence} />
      <h6 class="evidence-part">{text('evidence_sure')}</h6>
      <dl class="evidence-sure">
        <dt>{text('evidence_about', [text(`topic_${topic}`)])}</dt>
        <dd>{confidence(evidence.topic)}</dd>
        <dt>{text('evidence_stance', [text(stanceKey(stance, topic))])}</dt>
        <dd>{confidence(evidence.stance)}</dd>
        <dt>{text('evidence_both')}</dt>
        <dd>{text(confidenceKey(both), [confidence(both)])}</dd>
      </dl>
      <h6 class="evidence-part">{text('evidence_words')}</h6>
      <WeighedWords finding={finding} lang={lang} evidence={evidence} />
      <div class="evidence-actions">
        <CopyQuote finding={finding} evidence={evidence} />
        {corrections.keeps && (
          <button
            type="button"
            class="more"
            data-correct="open"
            ref={wrong}
            aria-expanded={correcting}
            onClick={() => setCorrecting(!correcting)}
          >
            {text('evidence_wrong')}
          </button>
        )}
      </div>
      {!corrections.keeps && <p class="nothing">{text('correct_private')}</p>}
      {correcting && (
        <CorrectionForm
          labels={corrections.byClause.get(finding.clauseId) ?? evidence.labels}
          onKeep={(labels) => {
            endCorrecting();
            onCorrect(finding.id, labels);
          }}
          onCancel={endCorrecting}
        />
      )}
    </section>
  );
}

/** What the reader said of a sentence, with the way back; nothing where nothing was said. */
export function MarkedNote({ finding }: { finding: FindingView }) {
  const { text } = useWording();
  const { corrections, onCorrect } = useEvidence();
  const inWords = useLabelText();
  const labels = corrections.byClause.get(finding.clauseId);
  if (labels === undefined) return null;
  const said = labels.length === 0 ? text('marked_none') : labels.map(inWords).join('; ');
  return (
    <p class="marked" data-marked>
      <span>{text('marked_as', [said])}</span>{' '}
      <button type="button" class="more" onClick={() => onCorrect(finding.id, null)}>
        {text('marked_undo')}
      </button>
    </p>
  );
}
