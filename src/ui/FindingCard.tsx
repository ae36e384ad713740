/** One finding: a button that holds the page's own words and leads to them. */
import { useRef, useState } from 'preact/hooks';
import type { FindingView } from '../core/view.ts';
import { EvidenceCard, MarkedNote } from './EvidenceCard.tsx';
import { useEvidence } from './evidence-context.ts';
import { confidenceKey } from './confidence.ts';
import { Quote } from './Quote.tsx';
import { StanceLabel } from './topic-state.tsx';
import { useWording } from './wording.ts';

/** Quotes longer than this are cut to eight lines at first; UTF-16 units, about nine lines. */
const LONG = 400;

/** Characters of the quote that tell one "Why?" from another for those who hear them. */
const NAME = 60;

/** A finding as a list item. A quote that the page no longer holds stays, but leads nowhere. */
export function FindingCard({
  finding,
  active,
  language,
  section,
  stanceKnown,
  onJump,
}: {
  finding: FindingView;
  active: boolean;
  /** Language of the page's own words, for those who hear them; `und` when unknown. */
  language: string;
  /** Section path in words; empty when there is none, or none that need be repeated. */
  section: string;
  /** True when the topic's state already says the stance of every finding. Still said aloud. */
  stanceKnown: boolean;
  onJump: (findingId: string) => void;
}) {
  const { text, confidence } = useWording();
  const { evidence, onEvidence } = useEvidence();
  const [whole, setWhole] = useState(false);
  const why = useRef<HTMLButtonElement>(null);
  const open = evidence?.findingId === finding.id;
  const lang = language === 'und' ? undefined : language;
  const long = finding.quote.length > LONG;
  return (
    <li>
      <button
        type="button"
        class="finding"
        data-finding-id={finding.id}
        data-cut={long && !whole ? 'true' : undefined}
        aria-current={active ? 'true' : undefined}
        aria-disabled={finding.anchored ? undefined : 'true'}
        onClick={() => {
          if (finding.anchored) onJump(finding.id);
        }}
      >
        {section !== '' && (
          <span class="section-path" lang={lang}>
            {section}
          </span>
        )}
        <Quote quote={finding.quote} lang={lang} />
        <span class="finding-facts">
          <span class={stanceKnown ? 'sr-only' : undefined}>
            <StanceLabel stance={finding.stance} topic={finding.topic} />
          </span>
          <span class="confidence">
            {text(confidenceKey(finding.confidence), [confidence(finding.confidence)])}
          </span>
        </span>
        {!finding.anchored && <span class="unanchored">{text('finding_unanchored')}</span>}
      </button>
      <MarkedNote finding={finding} />
      <div class="finding-more">
        {long && (
          <button type="button" class="more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {text(whole ? 'quote_less' : 'quote_whole')}
          </button>
        )}
        <button
          type="button"
          class="more why"
          ref={why}
          aria-label={`${text('evidence_why')} ${finding.quote.slice(0, NAME)}`}
          aria-expanded={open}
          aria-controls={open ? `evidence-${finding.id}` : undefined}
          onClick={() => onEvidence(open ? null : finding.id)}
        >
          {text('evidence_why')}
        </button>
      </div>
      {open && evidence !== null && (
        <EvidenceCard
          finding={finding}
          evidence={evidence}
          lang={lang}
          onLeave={() => {
            onEvidence(null);
            why.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </li>
  );
}
