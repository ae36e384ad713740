/** Opens saved pages in a browser, shut off from the network and without their scripts. */
import type { Browser, Page, ResponseForRequest } from 'puppeteer-core';
import type { PageDocument } from '../../core/clause.ts';
import type { Detection } from '../../core/detection.ts';
import type * as Baseline from './baseline.ts';

/** What one visit found. Times in milliseconds. */
export interface Visit {
  readonly document: PageDocument;
  readonly detection: Detection;
  /** Clauses whose live range does not hold their text. */
  readonly rangeMismatches: number;
  readonly ms: number;
  readonly readability: Baseline.Timed;
  readonly bodyText: string;
  /** The body's text less its consent dialogs, which no reader should take for the policy. */
  readonly textOutsideConsent: string;
  /** The parts that were left out. */
  readonly skipped: readonly SkippedText[];
}

/** All text of a part that was left out. */
export interface SkippedText {
  readonly reason: string;
  /** Whether it is not displayed. */
  readonly hidden: boolean;
  readonly text: string;
}

/** What the page bundle offers here; it is built from `src/page`, which commands do not import. */
interface PageCode {
  isConsentDialog(element: Element): boolean;
  gatherSignals(document: Document, location: { href: string }): unknown;
  detect(signals: unknown): Detection;
  readPage(document: Document): {
    document: PageDocument;
    rangeOf(clauseId: string): Range | null;
    skippedElement(partId: string): Element | null;
  };
}

/** A script of the page must not run, no request may leave; its own styles count. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A browser may ask for https where http was said. */
function withoutScheme(url: string): string {
  return url.replace(/^https?:/, '');
}

/** A page for visits: answers `current()` at its address, nothing else. */
export class Visitor {
  readonly #page: Page;
  readonly #script: string;
  #current: { url: string; html: Buffer } = { url: 'about:blank', html: Buffer.alloc(0) };

  #answered = false;

  private constructor(page: Page, script: string) {
    this.#page = page;
    this.#script = script;
  }

  /** Opens a tab whose visits run `script`, the page bundle and the baseline one after the other. */
  static async open(browser: Browser, script: string): Promise<Visitor> {
    const page = await browser.newPage();
    const visitor = new Visitor(page, script);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { url, html } = visitor.#current;
      const navigation = request.isNavigationRequest() && request.frame() === page.mainFrame();
      const done = !navigation
        ? request.abort()
        : withoutScheme(request.url()) === withoutScheme(url) && !visitor.#answered
          ? request.respond(visitor.#answer(html))
          : // A page that sends its reader elsewhere stays: "no content" ends such a navigation.
            request.respond({ status: 204 });
      // A request that was cancelled meanwhile has nobody to answer.
      done.catch(() => undefined);
    });
    return visitor;
  }

  #answer(html: Buffer): Partial<ResponseForRequest> {
    this.#answered = true;
    return {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY },
      body: html,
    };
  }

  /** Opens `html` at `url` and reads it. Throws what the browser or the page code throws. */
  async visit(url: string, html: Buffer, timeout: number): Promise<Visit> {
    this.#current = { url, html };
    this.#answered = false;
    await this.#page.goto(url, { waitUntil: 'domcontentloaded', timeout });
    await this.#page.evaluate(this.#script);
    return this.#page.evaluate(readHere);
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

/** Runs in the page. */
function readHere(): Visit {
  const scope = globalThis as unknown as {
    ClausemarkPage: PageCode;
    ClausemarkBaseline: typeof Baseline;
  };
  const { gatherSignals, detect, readPage, isConsentDialog } = scope.ClausemarkPage;
  const { plainReadability, bodyText } = scope.ClausemarkBaseline;
  const detection = detect(gatherSignals(document, location));
  const started = performance.now();
  const live = readPage(document);
  const ms = performance.now() - started;
  const bare = (text: string): string => text.replace(/\s+/gu, '');
  const rangeMismatches = live.document.clauses.filter(
    (clause) => bare(live.rangeOf(clause.id)?.toString() ?? '') !== bare(clause.text),
  ).length;
  return {
    document: live.document,
    detection,
    rangeMismatches,
    ms,
    readability: plainReadability(document),
    bodyText: bodyText(document, () => false),
    textOutsideConsent: bodyText(document, isConsentDialog),
    skipped: live.document.coverage.skipped.map(({ id, reason }) => {
      const element = live.skippedElement(id);
      const hidden = element?.checkVisibility() !== true;
      return { reason, hidden, text: element?.textContent ?? '' };
    }),
  };
}
