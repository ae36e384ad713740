/** The words of a sentence that the model's judgement rests on, in the sentence and one by one. */
import type { EvidenceView } from '../core/evidence/evidence.ts';
import type { WordEffect } from '../core/evidence/word-effects.ts';
import type { FindingView } from '../core/view.ts';
import { useWording } from './wording.ts';

/** A stretch of the page's text on one line; the cells of a row stand apart. */
function onOneLine(stretch: string): string {
  return stretch.replaceAll('\t', ' | ');
}

/** The quote between its neighbours, with the heaviest words marked. */
export function QuoteInPlace({
  quote,
  lang,
  evidence: { before, after, words },
}: {
  quote: string;
  lang: string | undefined;
  evidence: EvidenceView;
}) {
  const { text } = useWording();
  const marked = Array.isArray(words)
    ? (words as readonly WordEffect[]).toSorted((one, other) => one.start - other.start)
    : [];
  const parts = marked.flatMap(({ start, end }, index) => [
    onOneLine(quote.slice(marked[index - 1]?.end ?? 0, start)),
    <mark key={start} class="weighed">
      {quote.slice(start, end)}
    </mark>,
  ]);
  const neighbour = (key: 'evidence_before' | 'evidence_after', words_: string | null) =>
    words_ !== null && (
      <p class="neighbour">
        <span class="sr-only">{text(key)}</span> <q lang={lang}>{onOneLine(words_)}</q>
      </p>
    );
  return (
    <div class="in-place">
      {neighbour('evidence_before', before)}
      <p>
        <q class="quote" lang={lang}>
          {parts}
          {onOneLine(quote.slice(marked.at(-1)?.end ?? 0))}
        </q>
      </p>
      {neighbour('evidence_after', after)}
    </div>
  );
}

/** The heaviest words with what the model would say without each. */
export function WeighedWords({
  finding: { quote, topic },
  lang,
  evidence,
}: {
  finding: FindingView;
  lang: string | undefined;
  evidence: EvidenceView;
}) {
  const { text, confidence } = useWording();
  const { words } = evidence;
  if (words === null) return <p class="nothing">{text('evidence_words_asked')}</p>;
  if (words === 'failed') return <p class="nothing">{text('evidence_words_failed')}</p>;
  if (words.length === 0) return <p class="nothing">{text('evidence_words_none')}</p>;
  const top = words[0]!.weight;
  return (
    <>
      <p class="nothing">
        {text('evidence_words_hint', [text(`topic_${topic}`), confidence(evidence.topic)])}
      </p>
      <ol class="weighed-words">
        {words.map(({ start, end, weight, without }) => (
          <li key={start}>
            <span class="weighed-word" lang={lang}>
              {quote.slice(start, end)}
            </span>
            <span class="weighed-bar" aria-hidden="true">
              <span ref={(bar) => bar?.style.setProperty('width', `${(100 * weight) / top}%`)} />
            </span>
            <span class="weighed-without">
              {text('evidence_word_without', [confidence(without)])}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
