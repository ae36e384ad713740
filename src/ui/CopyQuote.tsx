/** Copies a finding as a Markdown quote that leads back to its sentence. */
import { useRef, useState } from 'preact/hooks';
import { quoteMarkdown } from '../core/evidence/quote-markdown.ts';
import type { EvidenceView } from '../core/evidence/evidence.ts';
import type { FindingView } from '../core/view.ts';
import { copyText } from './copy-text.ts';
import { useEvidence } from './evidence-context.ts';
import { useWording } from './wording.ts';

/** The button, and whether it worked. */
export function CopyQuote({
  finding,
  evidence: { link, readOn },
}: {
  finding: FindingView;
  evidence: EvidenceView;
}) {
  const { text, date } = useWording();
  const { document } = useEvidence();
  const frame = useRef<HTMLIFrameElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const dated = document?.effectiveDate ?? null;
  const markdown = () =>
    quoteMarkdown({
      quote: finding.quote,
      title: document?.title ?? '',
      link,
      facts: [
        document?.site ?? '',
        finding.section.join(' › '),
        dated === null ? '' : text('fact_effective', [date(dated)]),
        text('evidence_read_on', [date(readOn)]),
      ],
    });
  const copy = async () => {
    if (frame.current === null) return;
    setOutcome(null);
    setOutcome((await copyText(markdown(), frame.current)) ? 'copied' : 'failed');
  };
  return (
    <>
      <button type="button" class="more" onClick={() => void copy()}>
        {text('evidence_copy')}
      </button>
      <span class="copy-outcome" role="status">
        {outcome !== null && text(`evidence_${outcome}`)}
      </span>
      <iframe ref={frame} class="copy-frame" tabIndex={-1} aria-hidden="true" />
    </>
  );
}
