/**
 * The line that a run in a page holds to the background while it asks. It drops when the run is
 * cancelled or done and when the page goes away, whoever closes it; nothing else tells the background
 * of a closed tab without waking it for every tab.
 */
import { browser, type Browser } from 'wxt/browser';
import type { Stop } from '../core/model/in-slices.ts';
import { stillInstalled } from './tell.ts';

const PREFIX = 'run:';

/** A run's end of its line. */
export interface Line {
  /** Sent along with every question, so that the background knows by which line it stands or falls. */
  readonly run: string;
  readonly signal: AbortSignal;
  /** Drops the line; doing it again, or after the extension has gone, does nothing. */
  readonly drop: () => void;
}

/** Holds a line until `signal` is aborted or it is dropped. */
export function holdLine(signal: AbortSignal): Line {
  // Not `crypto.randomUUID`: pages served over plain http have none.
  const run = String(Math.random());
  if (signal.aborted || !stillInstalled()) return { run, signal, drop: () => undefined };
  const port = browser.runtime.connect({ name: PREFIX + run });
  // Asked for and left: Chromium else reports a line that the background's end or a stored page cut.
  port.onDisconnect.addListener(() => void browser.runtime.lastError);
  const drop = () => {
    // The lines of an extension that is gone have dropped, and may not be touched any more.
    if (stillInstalled()) port.disconnect();
  };
  signal.addEventListener('abort', drop, { once: true });
  return { run, signal, drop };
}

/** The background's ends of the lines, by the name of the run. */
export class Lines {
  readonly #held = new Map<string, AbortController>();

  /** Starts to answer lines. */
  listen(): void {
    browser.runtime.onConnect.addListener((port) => this.#take(port));
  }

  /** Stops once the line of this run drops; a question without a line is answered to its end. */
  stopOf(run: string): Stop {
    return this.#held.get(run)?.signal ?? { aborted: false };
  }

  #take(port: Browser.runtime.Port): void {
    if (!port.name.startsWith(PREFIX) || port.sender?.id !== browser.runtime.id) {
      return port.disconnect();
    }
    const run = port.name.slice(PREFIX.length);
    const line = new AbortController();
    this.#held.set(run, line);
    port.onDisconnect.addListener(() => {
      // As above: a page that is stored for the way back cuts its line, and Chromium calls that an error.
      void browser.runtime.lastError;
      line.abort();
      this.#held.delete(run);
    });
  }
}
