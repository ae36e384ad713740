/** Loads the model that ships with the extension, once for as long as the background lives. */
import { browser } from 'wxt/browser';
import type { ClauseModel } from '../core/model/model.ts';
import { readModel } from '../core/model/read-model.ts';
import { err, ok, type Result } from '../core/result.ts';

/** The model with the SHA-256 of its file, hex. */
export interface LoadedModel {
  readonly model: ClauseModel;
  readonly sha256: string;
}

/** Why there is no model: the file is not there, or it is not what it was when it was packed. */
export type ModelFileError = 'model-missing' | 'model-damaged';

const PATH = '/model/clauses.bin';

let loading: Promise<Result<LoadedModel, ModelFileError>> | null = null;

/** The model; a failed load is tried again at the next call. */
export function loadedModel(): Promise<Result<LoadedModel, ModelFileError>> {
  loading ??= load().then((result) => {
    if (!result.ok) loading = null;
    return result;
  });
  return loading;
}

async function load(): Promise<Result<LoadedModel, ModelFileError>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(browser.runtime.getURL(PATH));
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    return err('model-missing');
  }
  const model = readModel(bytes);
  if (!model.ok) return err('model-damaged');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return ok({ model: model.value, sha256 });
}
