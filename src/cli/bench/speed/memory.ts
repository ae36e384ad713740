/** How much memory the model holds, measured in Node, whose engine is Chromium's. */
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ClauseInput } from '../../../core/clause.ts';
import { readModel } from '../../../core/model/read-model.ts';

/** Memory in use after collecting garbage, bytes. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that a model needs once opened, and once it has classified `clauses`. */
export async function memoryOf(
  path: string,
  clauses: readonly ClauseInput[],
): Promise<{ opened: number; used: number }> {
  const before = inUse();
  const model = readModel(await readFile(path));
  if (!model.ok) throw new Error(model.error);
  const opened = inUse() - before;
  model.value.classify(clauses);
  return { opened, used: inUse() - before };
}
