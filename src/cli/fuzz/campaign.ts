/** Works through mutants, seat by seat. */
import { createHash } from 'node:crypto';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../browser/launch.ts';
import { bundle, pageBundle } from '../page-bundle.ts';
import type { Outcome } from './exercise.ts';
import { growthOf } from './heap.ts';
import { mutate, planOf } from './plan.ts';
import type { Mutant } from './plan.ts';
import type { Failure, Progress } from './progress.ts';
import { Seat, SeatLost } from './seat.ts';
import type { Sources } from './sources.ts';

/** Mutants of one page in a row. */
const OF_A_PAGE = 4;
/** Mutants between two looks at the heap. */
const OF_A_SITTING = 24;
/** Mutants of one browser, all in one document of one tab, so that what leaks adds up. */
const OF_A_BROWSER = 1200;
/** The longest that a single step of our code may take, ms. */
const LIMIT_MS = 5000;
/** What a tab may hold more at its end: a thousandth of the pages it showed would be more. */
const LEAK = { bytes: 1024 * 1024, nodes: 100 };

/** The mutant with a place in the order of all. */
export function mutantAt(ids: readonly string[], index: number): Mutant {
  const turn = Math.floor(index / OF_A_PAGE);
  const round = Math.floor(turn / ids.length);
  return { id: ids[turn % ids.length]!, seed: round * OF_A_PAGE + (index % OF_A_PAGE) };
}

interface Tried {
  /** `null` when our code did not come to an end, or the browser did not build the page. */
  readonly outcome: Outcome | null;
  readonly failure: Failure | null;
}

/** Runs mutants in one browser at a time. */
export class Campaign {
  readonly #sources: Sources;
  readonly #script: string;
  #browser: Browser | null = null;
  #seat: Seat | null = null;
  #seated = 0;
  #last: { id: string; html: string } | null = null;

  private constructor(sources: Sources, script: string) {
    this.#sources = sources;
    this.#script = script;
  }

  /** Builds the page code. Nothing is started yet. */
  static async prepare(sources: Sources): Promise<Campaign> {
    const exercise = await bundle('src/cli/fuzz/exercise.ts', 'ClausemarkFuzz');
    return new Campaign(sources, `${await pageBundle()}\n${exercise}`);
  }

  /** Hash of all that decides what a mutant shows. */
  get code(): string {
    return createHash('sha256').update(this.#script).digest('hex').slice(0, 16);
  }

  /** The mutant as HTML. */
  async html({ id, seed }: Mutant): Promise<string> {
    if (this.#last?.id !== id) this.#last = { id, html: await this.#sources.read(id) };
    return mutate(this.#last.html, planOf({ id, seed }));
  }

  /**
   * Runs one mutant; answers its outcome and what failed, if anything. What takes too long is tried once
   * more: the machine may have been busy.
   */
  async run(mutant: Mutant): Promise<Tried> {
    const first = await this.#try(mutant);
    return first.failure?.kind === 'hang' ? this.#try(mutant) : first;
  }

  async #try(mutant: Mutant): Promise<Tried> {
    const html = await this.html(mutant);
    const seat = await this.#seatNow();
    const failed = (kind: Failure['kind'], details: readonly string[]): Failure => {
      return { ...mutant, kind, details: [...details] };
    };
    try {
      const outcome = await seat.run(html, mutant.seed);
      if (outcome === null) {
        await this.close();
        return { outcome, failure: null };
      }
      const slow = Object.entries(outcome.steps).filter(([, ms]) => ms > LIMIT_MS);
      if (slow.length > 0) {
        const details = slow.map(([step, ms]) => `${step} took ${Math.round(ms)} ms`);
        return { outcome, failure: failed('hang', details) };
      }
      const faulty = outcome.faults.length > 0;
      return { outcome, failure: faulty ? failed('fault', outcome.faults) : null };
    } catch (error) {
      const details = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
      if (error instanceof SeatLost) await this.close();
      return {
        outcome: null,
        failure: failed(error instanceof SeatLost ? 'hang' : 'exception', details),
      };
    }
  }

  /** Works on from where `progress` stands through one sitting, and adds to it. */
  async sitting(progress: Progress): Promise<Failure[]> {
    const failures: Failure[] = [];
    const seat = await this.#seatNow();
    const browser = this.#seated > 0 ? (progress.held.at(-1)?.browser ?? 0) : nextBrowser(progress);
    for (let count = 0; count < OF_A_SITTING; count += 1) {
      const mutant = mutantAt(this.#sources.ids, progress.done);
      const { outcome, failure } = await this.run(mutant);
      progress.done += 1;
      this.#seated += 1;
      if (failure !== null) failures.push(failure);
      if (outcome !== null) note(progress, mutant, outcome);
      else if (failure === null) progress.unbuilt.push(`${mutant.id}:${mutant.seed}`);
      if (this.#seat !== seat) return failures;
    }
    progress.held.push({ browser, mutants: this.#seated, ...(await seat.held()) });
    if (this.#seated < OF_A_BROWSER) return failures;
    await this.close();
    const growth = growthOf(progress.held).at(-1);
    if (growth !== undefined && (growth.bytes > LEAK.bytes || growth.nodes > LEAK.nodes)) {
      const { id, seed } = mutantAt(this.#sources.ids, progress.done - OF_A_BROWSER);
      const details = [`from here on left: ${JSON.stringify(growth)}`];
      failures.push({ id, seed, kind: 'leak', details });
    }
    return failures;
  }

  /** Ends the browser; the next mutant starts another one. */
  async close(): Promise<void> {
    const browser = this.#browser;
    [this.#browser, this.#seat, this.#seated] = [null, null, 0];
    if (browser === null) return;
    const killed = browser.process();
    // A tab that hangs would keep the browser from closing.
    const timer = setTimeout(() => killed?.kill('SIGKILL'), 5000);
    await browser.close().catch(() => undefined);
    clearTimeout(timer);
  }

  async #seatNow(): Promise<Seat> {
    this.#browser ??= await launchBrowser({ browser: 'chrome' });
    this.#seat ??= await Seat.open(this.#browser, this.#script);
    return this.#seat;
  }
}

function nextBrowser({ held }: Progress): number {
  return (held.at(-1)?.browser ?? 0) + 1;
}

function note(progress: Progress, { id, seed }: Mutant, outcome: Outcome): void {
  if (outcome.kind !== 'other') progress.policies += 1;
  progress.clauses += outcome.clauses;
  progress.chars += outcome.chars;
  for (const [step, ms] of Object.entries(outcome.steps)) {
    progress.workMs += ms;
    if (ms > (progress.longest[step]?.ms ?? 0))
      progress.longest[step] = { ms, mutant: `${id}:${seed}` };
  }
}
