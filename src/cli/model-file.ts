/** Reads the model that ships with the extension from `assets/model`. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ClauseModel } from '../core/model/model.ts';
import { readModel } from '../core/model/read-model.ts';

/** The shipped model file. */
export const MODEL_FILE = fileURLToPath(new URL('../../assets/model/clauses.bin', import.meta.url));

/** A model with the SHA-256 of its file, hex. */
export interface LoadedModel {
  readonly model: ClauseModel;
  readonly sha256: string;
}

/** Loads the model at `path`. Throws an error that names the file and says what is wrong with it. */
export async function loadModel(path: string = MODEL_FILE): Promise<LoadedModel> {
  const bytes = await readFile(path);
  const model = readModel(bytes);
  if (!model.ok) throw new Error(`${path} is not a model that can be used: ${model.error}`);
  return { model: model.value, sha256: createHash('sha256').update(bytes).digest('hex') };
}
