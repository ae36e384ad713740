/** Runs in a page of the browser: classifies the same clauses with the models that are compared. */
import type { ClauseInput } from '../../../core/clause.ts';
import type { ClauseModel } from '../../../core/model/model.ts';
import { readModel } from '../../../core/model/read-model.ts';
import { LinearModel } from './linear.ts';

/** Word pieces of a clause, as `training/clausemark/minilm_onnx.py` writes them. */
export interface Tokens {
  readonly ids: readonly number[];
  readonly types: readonly number[];
}

/** The part of onnxruntime-web that is used. */
export interface Ort {
  readonly env: { readonly wasm: { numThreads: number; wasmPaths: string } };
  readonly InferenceSession: {
    create(url: string, options: { executionProviders: string[] }): Promise<Session>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => unknown;
}

interface Session {
  run(inputs: Record<string, unknown>): Promise<unknown>;
}

async function bytesOf(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** Milliseconds that `work` takes. */
async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function opened(bytes: Uint8Array): ClauseModel {
  const model = readModel(bytes);
  if (!model.ok) throw new Error(model.error);
  return model.value;
}

/** Times of the network that ships, ms: opening its file, then the clauses, then the same again. */
export async function student(url: string, clauses: readonly ClauseInput[]) {
  const bytes = await bytesOf(url);
  let model: ClauseModel | null = null;
  const open = await timed(() => (model = opened(bytes)));
  const first = await timed(() => model?.classify(clauses));
  const again = await timed(() => model?.classify(clauses));
  return { open, first, again };
}

/** Time of the linear model for the clauses, ms, with no word seen before. */
export async function linear(clauses: readonly ClauseInput[]): Promise<number> {
  const model = new LinearModel();
  return timed(() => clauses.map((clause) => model.score(clause)));
}

let session: Promise<Session> | null = null;

/** Time of the MiniLM for the tokens, ms, in batches of `size` clauses of similar length; one thread. */
export async function miniLm(folder: string, tokens: readonly Tokens[], size: number) {
  const { ort } = globalThis as unknown as { ort: Ort };
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = `${location.origin}/ort/`;
  session ??= ort.InferenceSession.create(`${folder}/model.onnx`, { executionProviders: ['wasm'] });
  const ready = await session;
  const sorted = tokens.toSorted((one, other) => one.ids.length - other.ids.length);
  const batches: Record<string, unknown>[] = [];
  for (let at = 0; at < sorted.length; at += size) {
    batches.push(inputsOf(ort, sorted.slice(at, at + size)));
  }
  await ready.run(batches[0]!);
  return timed(async () => {
    for (const batch of batches) await ready.run(batch);
  });
}

function inputsOf(ort: Ort, batch: readonly Tokens[]): Record<string, unknown> {
  const width = Math.max(...batch.map(({ ids }) => ids.length));
  const tensor = (value: (tokens: Tokens, at: number) => number | undefined) => {
    const values = batch.flatMap((tokens) =>
      Array.from({ length: width }, (_, at) => BigInt(value(tokens, at) ?? 0)),
    );
    return new ort.Tensor('int64', BigInt64Array.from(values), [batch.length, width]);
  };
  return {
    ids: tensor(({ ids }, at) => ids[at]),
    mask: tensor(({ ids }, at) => (at < ids.length ? 1 : 0)),
    types: tensor(({ types }, at) => types[at]),
  };
}

let kept: Promise<ClauseModel> | null = null;

/** Times of classifying a page's clauses as a run asks for them, ms: until the first 48, and all. */
export async function page(url: string, clauses: readonly ClauseInput[]) {
  kept ??= bytesOf(url).then(opened);
  const model = await kept;
  const first = await timed(() => model.classify(clauses.slice(0, 48)));
  return { first, all: first + (await timed(() => model.classify(clauses.slice(48)))) };
}
