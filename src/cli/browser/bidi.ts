/**
 * The commands of WebDriver BiDi that Puppeteer has no method for: scripts in Firefox's own window
 * (where the toolbar lives) and node references that reach into closed shadow roots.
 */
import type { Browser, Page } from 'puppeteer-core';
import * as z from 'zod';

/** What Puppeteer's BiDi browser carries but does not declare. */
interface BidiBrowser {
  readonly connection: {
    send(method: string, params: object): Promise<{ result: unknown }>;
  };
}

const tree = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });

const outcome = z.union([
  z.object({ type: z.literal('success'), result: z.unknown() }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

const remoteString = z.object({ type: z.literal('string'), value: z.string() });

async function command(browser: Browser, method: string, params: object): Promise<unknown> {
  const answer = await (browser as unknown as BidiBrowser).connection.send(method, params);
  return answer.result;
}

async function scriptResult(browser: Browser, method: string, params: object): Promise<unknown> {
  const answer = outcome.parse(await command(browser, method, params));
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result;
}

/** BiDi id of the page's top-level document. */
function contextId(page: Page): string {
  const frame = page.mainFrame() as unknown as {
    readonly browsingContext: { readonly id: string };
  };
  return frame.browsingContext.id;
}

/**
 * Runs `body`, the source of an async function's body, in Firefox's browser window with its
 * privileges; `input` is there as plain data and so is what it returns.
 */
export async function inFirefoxWindow(
  browser: Browser,
  body: string,
  input: unknown = null,
): Promise<unknown> {
  const scope = { 'moz:scope': 'chrome', maxDepth: 0 };
  const window = tree.parse(await command(browser, 'browsingContext.getTree', scope));
  const source = `(async () => {
    const input = ${JSON.stringify(input)};
    const value = await (async () => { ${body} })();
    return JSON.stringify(value ?? null);
  })()`;
  const result = await scriptResult(browser, 'script.evaluate', {
    expression: source,
    target: { context: window.contexts[0]?.context },
    awaitPromise: true,
  });
  return JSON.parse(remoteString.parse(result).value) as unknown;
}

const node = z.object({
  value: z.object({ shadowRoot: z.nullish(z.object({ sharedId: z.string() })) }),
});

/** Reference to the shadow root of the first element that matches, closed or open; else `null`. */
export async function shadowRootOf(page: Page, selector: string): Promise<string | null> {
  const found = await scriptResult(page.browser(), 'script.callFunction', {
    functionDeclaration: '(selector) => Document.prototype.querySelector.call(document, selector)',
    arguments: [{ type: 'string', value: selector }],
    target: { context: contextId(page), sandbox: SANDBOX },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'none' },
  });
  const parsed = node.safeParse(found);
  return parsed.success ? (parsed.data.value.shadowRoot?.sharedId ?? null) : null;
}

/** A world of its own, so that a page that overrides built-in objects does not mislead us. */
const SANDBOX = 'clausemark-driver';

/** Calls `source`, a function of a node and a JSON string that returns a string, on `sharedId`. */
export async function callOnNode(
  page: Page,
  sharedId: string,
  source: string,
  input: string,
): Promise<string> {
  const result = await scriptResult(page.browser(), 'script.callFunction', {
    functionDeclaration: source,
    arguments: [{ sharedId }, { type: 'string', value: input }],
    target: { context: contextId(page), sandbox: SANDBOX },
    awaitPromise: true,
  });
  return remoteString.parse(result).value;
}
