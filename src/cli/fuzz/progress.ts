/** How far fuzzing has come, kept on disk so that a run that was cut off goes on. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { heldSchema } from './heap.ts';

const failure = z.object({
  id: z.string(),
  seed: z.number(),
  kind: z.enum(['exception', 'hang', 'fault', 'leak']),
  details: z.array(z.string()),
});

const progress = z.object({
  /** Hash of the page code and of the mutations: another one begins anew. */
  code: z.string(),
  sources: z.string(),
  done: z.number(),
  /** Mutants that the browser itself did not build in time; our code never saw them. */
  unbuilt: z.array(z.string()),
  /** Mutants that the detector took for a policy, and clauses and characters read. */
  policies: z.number(),
  clauses: z.number(),
  chars: z.number(),
  failures: z.array(failure),
  /** Longest single step of our own code by its name, ms, and the mutant that took it. */
  longest: z.record(z.string(), z.object({ ms: z.number(), mutant: z.string() })),
  /** All of our own work, ms. */
  workMs: z.number(),
  held: z.array(heldSchema),
  seconds: z.number(),
});

/** A mutant that showed something wrong. */
export type Failure = z.infer<typeof failure>;

/** See above. */
export type Progress = z.infer<typeof progress>;

/** Nothing done yet. */
export function begin(code: string, sources: string): Progress {
  return {
    code,
    sources,
    done: 0,
    unbuilt: [],
    policies: 0,
    clauses: 0,
    chars: 0,
    failures: [],
    longest: {},
    workMs: 0,
    held: [],
    seconds: 0,
  };
}

/** What is kept in `file`; `null` when there is nothing that can be understood. */
export async function readProgress(file: string): Promise<Progress | null> {
  try {
    return progress.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps `current` in `file`, whole or not at all. */
export async function writeProgress(file: string, current: Progress): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(current, null, 1)}\n`);
  await rename(`${file}.part`, file);
}
