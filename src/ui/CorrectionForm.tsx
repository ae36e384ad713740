/** Lets the reader say what a sentence really says. */
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  formatLabel,
  parseLabel,
  STANCES,
  TOPIC_CODES,
  type Label,
  type Stance,
  type TopicCode,
} from '../core/topics.ts';
import { stanceKey } from '../core/state-words.ts';
import { useWording } from './wording.ts';

/** What the reader chose for one topic; `null`: the sentence is not about it. */
type Choices = ReadonlyMap<TopicCode, Stance | null>;

/** A label in words: the topic, and what is said of it. */
export function useLabelText(): (label: Label) => string {
  const { text } = useWording();
  return (label) => {
    const { topic, stance } = parseLabel(label)!;
    return text('label_in_words', [text(`topic_${topic}`), text(stanceKey(stance, topic))]);
  };
}

function choicesOf(labels: readonly Label[]): Choices {
  return new Map(labels.map((label) => [parseLabel(label)!.topic, parseLabel(label)!.stance]));
}

/** One list for each topic that is spoken of, one to add a topic, and the buttons that end it. */
export function CorrectionForm({
  labels,
  onKeep,
  onCancel,
}: {
  /** What the model says. */
  labels: readonly Label[];
  onKeep: (labels: readonly Label[]) => void;
  onCancel: () => void;
}) {
  const { text } = useWording();
  const [choices, setChoices] = useState<Choices>(() => choicesOf(labels));
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const set = (topic: TopicCode, stance: Stance | null) =>
    setChoices((before) => new Map(before).set(topic, stance));
  const chosen = TOPIC_CODES.flatMap((topic) => {
    const stance = choices.get(topic) ?? null;
    return stance === null ? [] : [formatLabel(topic, stance)];
  });
  return (
    <fieldset class="correction">
      <legend>{text('correct_title')}</legend>
      {[...choices].map(([topic, stance], index) => (
        <label key={topic} class="correction-row">
          <span>{text(`topic_${topic}`)}</span>
          <select
            ref={index === 0 ? first : null}
            class="choice-list"
            data-topic-choice={topic}
            value={stance ?? ''}
            onChange={({ currentTarget: { value } }) =>
              set(topic, STANCES.find((one) => one === value) ?? null)
            }
          >
            {STANCES.map((one) => (
              <option key={one} value={one}>
                {text(stanceKey(one, topic))}
              </option>
            ))}
            <option value="">{text('correct_not')}</option>
          </select>
        </label>
      ))}
      <label class="correction-row">
        <span>{text('correct_more')}</span>
        <select
          class="choice-list"
          data-topic-choice="more"
          value=""
          onChange={({ currentTarget }) => {
            const topic = TOPIC_CODES.find((code) => code === currentTarget.value);
            currentTarget.value = '';
            if (topic !== undefined) set(topic, 'does');
          }}
        >
          <option value="">{text('correct_choose')}</option>
          {TOPIC_CODES.filter((code) => !choices.has(code)).map((code) => (
            <option key={code} value={code}>
              {text(`topic_${code}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="nothing">{text('correct_hint')}</p>
      <div class="evidence-actions">
        <button type="button" class="button" data-correct="keep" onClick={() => onKeep(chosen)}>
          {text('correct_keep')}
        </button>
        <button type="button" class="more" data-correct="none" onClick={() => onKeep([])}>
          {text('correct_none')}
        </button>
        <button type="button" class="more" onClick={() => onCancel()}>
          {text('correct_cancel')}
        </button>
      </div>
    </fieldset>
  );
}
