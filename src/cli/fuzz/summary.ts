/** The outcome of fuzzing in words. */
import { growthOf } from './heap.ts';
import type { Failure, Progress } from './progress.ts';

/** Failures that are written out; all are in the report file. */
const SHOWN = 20;

function heapLines(held: Progress['held']): string[] {
  return growthOf(held).map(({ browser, mutants, bytes, nodes, listeners }) => {
    const [kib, each] = [Math.round(bytes / 1024), Math.round(bytes / mutants)];
    return `heap of browser ${browser} after ${mutants} more mutants: ${kib} KiB (${each} bytes a mutant), nodes ${nodes}, listeners ${listeners}`;
  });
}

/** A failure in one line. */
export function failureLine({ id, seed, kind, details }: Failure): string {
  return `  ${id}:${seed}  ${kind}: ${details[0] ?? ''}`;
}

/** A readable summary. */
export function summaryText(progress: Progress): string {
  const { done, failures, held, longest, sources } = progress;
  const count = (kind: Failure['kind']) => failures.filter((one) => one.kind === kind).length;
  const slow = Object.entries(longest)
    .map(([step, { ms, mutant }]) => `${step} ${Math.round(ms)} ms (${mutant})`)
    .join(', ');
  return [
    `${done} mutants of ${sources} in ${Math.round(progress.seconds)} s; ${progress.unbuilt.length} not built by the browser in time; ${progress.policies} taken for a policy; ${progress.clauses} clauses checked`,
    `exceptions ${count('exception')}, hangs ${count('hang')}, leaks ${count('leak')}, other faults ${count('fault')}`,
    `our own work: ${(progress.workMs / Math.max(1, done)).toFixed(1)} ms a mutant; longest: ${slow}`,
    ...heapLines(held),
    ...failures.slice(0, SHOWN).map(failureLine),
    ...(failures.length > SHOWN ? [`  and ${failures.length - SHOWN} more`] : []),
  ].join('\n');
}
