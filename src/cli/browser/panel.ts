/**
 * The open panel as a user meets it: what it shows is read through the browser (its shadow root is
 * closed to scripts), and it is operated with real mouse and key events at its real place.
 */
import type { KeyInput, Page } from 'puppeteer-core';
import { callOnNode, shadowRootOf } from './bidi.ts';
import { extensionWorld, worldsOf } from './chromium-extension.ts';

/** Element that holds the panel. */
const HOST = 'clausemark-panel';

/** An element of the panel. */
export interface PanelElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Rendered text, white space collapsed. */
  readonly text: string;
  /** Place in the viewport, CSS pixels; all zero when it is not rendered. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Whether a click at its middle reaches it. */
  readonly reachable: boolean;
}

/** Handle on the panel of a page; it may open and close at any time. */
export interface Panel {
  isOpen(): Promise<boolean>;
  /** `data-state` of the panel's root; `null` while there is none. */
  state(): Promise<string | null>;
  /** Waits until the state is one of `states` and answers it. Throws after `timeoutMs`. */
  waitForState(states: readonly string[], timeoutMs?: number): Promise<string>;
  /** Waits until the panel is gone. */
  waitForClosed(timeoutMs?: number): Promise<void>;
  /** Everything that is rendered, white space collapsed. */
  text(): Promise<string>;
  /** Elements that match, in document order. */
  query(selector: string): Promise<readonly PanelElement[]>;
  /** Brings the element into view and clicks its middle with the real mouse. Throws if it cannot be reached. */
  click(selector: string, index?: number): Promise<void>;
  /** Presses keys, one after the other, wherever the focus is. */
  press(...keys: readonly KeyInput[]): Promise<void>;
  /** The element of the panel that has the focus. */
  focused(): Promise<PanelElement | null>;
}

/** What is asked of the root. */
interface Question {
  readonly ask: 'query' | 'focused' | 'text' | 'reveal';
  readonly selector: string;
  readonly index: number;
}

/** Runs in the page, so it uses nothing from outside. */
function answerIn(root: ShadowRoot, input: string): string {
  const question = JSON.parse(input) as Question;
  const describe = (element: Element): PanelElement => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = root.elementFromPoint(x + width / 2, y + height / 2);
    return {
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])),
      text: ((element as HTMLElement).innerText ?? element.textContent)
        .replaceAll(/\s+/g, ' ')
        .trim(),
      box: { x, y, width, height },
      reachable: top !== null && (element.contains(top) || top.contains(element)),
    };
  };
  const found = [...root.querySelectorAll(question.selector)];
  if (question.ask === 'query') return JSON.stringify(found.map(describe));
  if (question.ask === 'focused') {
    return JSON.stringify(root.activeElement === null ? null : describe(root.activeElement));
  }
  if (question.ask === 'text') {
    const shown = [...root.children].filter(({ localName }) => localName !== 'style');
    const parts = shown.map((child) => (child as HTMLElement).innerText ?? '');
    return JSON.stringify(parts.join(' ').replaceAll(/\s+/g, ' ').trim());
  }
  const element = found[question.index];
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return JSON.stringify(element === undefined ? null : describe(element));
}

function isFirefox(page: Page): boolean {
  return 'connection' in page.browser();
}

async function askChromium(page: Page, input: string): Promise<string | null> {
  const { session } = await worldsOf(page);
  const world = await extensionWorld(page);
  if (world === null) return null;
  const host = await session.send('Runtime.evaluate', {
    expression: `Document.prototype.querySelector.call(document, '${HOST}')`,
    contextId: world,
  });
  if (host.result.objectId === undefined) return null;
  const { node } = await session.send('DOM.describeNode', {
    objectId: host.result.objectId,
    depth: 1,
    pierce: true,
  });
  const root = node.shadowRoots?.[0];
  if (root === undefined) return null;
  const { object } = await session.send('DOM.resolveNode', {
    backendNodeId: root.backendNodeId,
    executionContextId: world,
  });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: `function (input) { return (${answerIn.toString()})(this, input); }`,
    arguments: [{ value: input }],
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return String(result.value);
}

async function askFirefox(page: Page, input: string): Promise<string | null> {
  const root = await shadowRootOf(page, HOST);
  return root === null ? null : callOnNode(page, root, answerIn.toString(), input);
}

/** The panel of `page`. */
export function panelOf(page: Page): Panel {
  async function ask<T>(what: Question['ask'], selector = '*', index = 0): Promise<T | null> {
    const input = JSON.stringify({ ask: what, selector, index } satisfies Question);
    const answer = await (isFirefox(page) ? askFirefox(page, input) : askChromium(page, input));
    return answer === null ? null : (JSON.parse(answer) as T);
  }

  async function query(selector: string): Promise<readonly PanelElement[]> {
    return (await ask<readonly PanelElement[]>('query', selector)) ?? [];
  }

  async function state(): Promise<string | null> {
    const [root] = await query('[data-state]');
    return root?.attributes['data-state'] ?? null;
  }

  async function isOpen(): Promise<boolean> {
    // Not `page.$`: it believes names in the page that stand in for the document's own functions.
    return (await ask('query')) !== null;
  }

  async function until<T>(
    what: string,
    timeoutMs: number,
    look: () => Promise<T | null>,
  ): Promise<T> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const seen = await look();
      if (seen !== null) return seen;
      if (Date.now() > end) {
        throw new Error(
          `${what} after ${timeoutMs / 1000} s; panel state: ${String(await state())}`,
        );
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  return {
    isOpen,
    state,
    query,
    async waitForState(states, timeoutMs = 30_000) {
      return until(`Not ${states.join(' or ')}`, timeoutMs, async () => {
        const now = await state();
        return now !== null && states.includes(now) ? now : null;
      });
    },
    async waitForClosed(timeoutMs = 10_000) {
      await until('Not closed', timeoutMs, async () => ((await isOpen()) ? null : true));
    },
    text: async () => (await ask<string>('text')) ?? '',
    async click(selector, index = 0) {
      const element = await ask<PanelElement>('reveal', selector, index);
      if (element === null) throw new Error(`The panel has no ${selector} number ${index}.`);
      if (!element.reachable) throw new Error(`${selector} cannot be reached with the mouse.`);
      const { x, y, width, height } = element.box;
      await page.mouse.click(x + width / 2, y + height / 2);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    focused: async () => ask<PanelElement>('focused'),
  };
}
