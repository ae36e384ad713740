/** Answers the reader's questions about clauses with the model that ships with the extension. */
import { classifyInSlices, type Stop } from '../core/model/in-slices.ts';
import type { ClauseReading, ClauseScores } from '../core/reading.ts';
import type { ClauseToRead } from '../core/session/run.ts';
import type { TopicCode } from '../core/topics.ts';
import type { Response } from './messages.ts';
import { loadedModel } from './model-file.ts';

/** Version, hash and thresholds of the model. */
export async function modelFacts(): Promise<Response<'model'>> {
  const loaded = await loadedModel();
  if (!loaded.ok) return loaded;
  const { model, sha256 } = loaded.value;
  return {
    ok: true,
    value: { version: model.version, sha256, thresholds: { ...model.thresholds } },
  };
}

/** How much each word of a clause speaks for a topic. */
export async function explain(
  clause: ClauseToRead,
  topic: TopicCode,
): Promise<Response<'explain'>> {
  const loaded = await loadedModel();
  if (!loaded.ok) return loaded;
  return { ok: true, value: loaded.value.model.explain(clause, topic) as never };
}

/** Lets messages and dropped lines through. A message channel, because timers are held back when nested. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', done, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Scores of `clauses`, in their order. Once `stop` is aborted nobody is left to read the answer. */
export async function classify(
  clauses: readonly ClauseToRead[],
  stop: Stop,
): Promise<Response<'classify'>> {
  const loaded = await loadedModel();
  if (!loaded.ok) return loaded;
  const scores: ClauseScores[] = [];
  for await (const slice of classifyInSlices(loaded.value.model, clauses, { stop, breathe })) {
    scores.push(...slice);
  }
  if (scores.length < clauses.length) return { ok: false, error: 'unexpected' };
  const readings: ClauseReading[] = clauses.map(({ id }, index) => {
    return { id, scores: scores[index] ?? {} };
  });
  return { ok: true, value: readings as never };
}
