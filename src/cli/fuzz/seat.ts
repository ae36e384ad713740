/** A tab in which mutants are shown one after the other, shut off from the network and from scripts. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession } from 'puppeteer-core';
import type { Outcome } from './exercise.ts';
import type { Held } from './heap.ts';

/** Address of the tab; it must not tell what its page is. */
const ADDRESS = 'http://127.0.0.1/page';

/** No script of a page may run, no request may leave; its own styles count. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Longest wait for the browser to build a mutant, and for our code to be done with it; ms. */
const PATIENCE = 20_000;

/** Nodes of an empty document, generously (it has 8), and how often we wait for it. */
const EMPTY_NODES = 50;
const TRIES = 3;

/** Thrown when the tab did not answer any more: it hung or crashed, and must be replaced. */
export class SeatLost extends Error {}

const GONE = /Target closed|Session closed|crashed|detached|context with specified id/i;

/** What `answer` resolves to, or `null` after `ms`. Throws what it throws. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  const ended = new AbortController();
  const late = sleep(ms, null, { signal: ended.signal }).catch(() => null);
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw GONE.test(String(error)) ? new SeatLost(String(error)) : error;
  } finally {
    ended.abort();
    answer.catch(() => undefined);
  }
}

/** See above. The code runs in a world of its own, as an extension's does. */
export class Seat {
  readonly #session: CDPSession;
  /** Of the world in the tab. */
  readonly #context: number;

  private constructor(session: CDPSession, context: number) {
    this.#session = session;
    this.#context = context;
  }

  /** Opens a tab that runs `script`: the page bundle and `exercise.ts`. */
  static async open(browser: Browser, script: string): Promise<Seat> {
    const page = await browser.newPage();
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const own = request.frame() === page.mainFrame() && request.isNavigationRequest();
      const answer = !own
        ? request.abort()
        : request.url() === ADDRESS
          ? request.respond({
              contentType: 'text/html; charset=utf-8',
              headers: { 'content-security-policy': POLICY },
              body: '<!doctype html><title>Seat</title>',
            })
          : // "No content": a page that sends its reader elsewhere stays.
            request.respond({ status: 204 });
      answer.catch(() => undefined);
    });
    await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'fuzz',
    });
    const seat = new Seat(session, executionContextId);
    await seat.#call(`() => { ${script} }`, []);
    return seat;
  }

  /**
   * Shows and exercises one mutant; `null` when the browser itself is not done with it in time. Throws
   * what the page code throws, and {@link SeatLost}.
   */
  async run(html: string, seed: number): Promise<Outcome | null> {
    const shown = await within(
      PATIENCE,
      this.#call('(html) => ClausemarkFuzz.show(html).then(() => true)', [html]),
    );
    if (shown === null) return null;
    const outcome = await within(
      PATIENCE,
      this.#call('(seed) => ClausemarkFuzz.exercise(seed)', [seed]),
    );
    if (outcome === null) throw new SeatLost(`no answer within ${PATIENCE / 1000} s`);
    return outcome as Outcome;
  }

  /** Calls a function of the built script, whose answer must survive JSON. Throws what it throws. */
  async #call(source: string, args: readonly unknown[]): Promise<unknown> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      executionContextId: this.#context,
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** Empties the document, lets the collector run and says what the tab still holds. */
  async held(): Promise<Omit<Held, 'browser' | 'mutants'>> {
    for (let tries = 1; ; tries += 1) {
      await this.#call('() => ClausemarkFuzz.clear()', []);
      await this.#session.send('HeapProfiler.collectGarbage');
      const { metrics } = await this.#session.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      const nodes = of('Nodes');
      // The browser itself lets go of some pages only one document later, also without our code.
      if (nodes > EMPTY_NODES && tries < TRIES) continue;
      return { bytes: of('JSHeapUsedSize'), nodes, listeners: of('JSEventListeners') };
    }
  }
}
