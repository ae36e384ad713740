/** Answers the reader's questions about clauses with the model that ships with the extension. */
import type { ClauseReading } from '../core/reading.ts';
import type { ClauseToRead } from '../core/session/run.ts';
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

/** Scores of `clauses`, in their order. */
export async function classify(clauses: readonly ClauseToRead[]): Promise<Response<'classify'>> {
  const loaded = await loadedModel();
  if (!loaded.ok) return loaded;
  const scores = loaded.value.model.classify(clauses);
  const readings: ClauseReading[] = clauses.map(({ id }, index) => {
    return { id, scores: scores[index] ?? {} };
  });
  return { ok: true, value: readings as never };
}
