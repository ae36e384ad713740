/** Sends and receives the messages of `messages.ts`. Nothing unparsed gets past this file. */
import { browser, type Browser } from 'wxt/browser';
import { err, ok, type Result } from '../core/result.ts';
import { MESSAGES, type MessageName, type Request, type Response } from './messages.ts';
import { stillInstalled } from './tell.ts';

/** Why a message got no answer: the background was gone, or the answer had another shape. */
export type ChannelError = 'background-gone' | 'extension-updated' | 'unexpected';

/** Sends a message to the background and parses its answer. Never rejects. */
export async function send<N extends MessageName>(
  name: N,
  request: Request<N>,
): Promise<Result<Response<N>, ChannelError>> {
  if (!stillInstalled()) return err('extension-updated');
  // A background that is just being stopped loses a message; one more try wakes it up again.
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const answer = await orGone(browser.runtime.sendMessage({ name, request }));
      if (isRefusal(answer)) return err('unexpected');
      const parsed = MESSAGES[name].response.safeParse(answer);
      if (parsed.success) return ok(parsed.data as Response<N>);
      if (answer !== undefined && answer !== null) return err('unexpected');
    } catch {
      if (!stillInstalled()) return err('extension-updated');
    }
  }
  return err('background-gone');
}

/** How often a wait for an answer looks whether anybody is left to give it, ms. */
const LOOK = 500;

/** `answer`, or `undefined` once the extension is gone: Chromium never settles what it was asked before. */
function orGone(answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (stillInstalled()) return;
      clearInterval(timer);
      resolve(undefined);
    }, LOOK);
    void answer.then(resolve, reject).finally(() => clearInterval(timer));
  });
}

/**
 * Who asks. `tabId`: of the tab whose script asks; `null` for what is in no tab. `incognito`: the
 * script of a page in a private window; our own pages are none, there the user says what to keep.
 * `own`: a page of ours.
 */
export interface Asker {
  readonly tabId: number | null;
  readonly incognito: boolean;
  readonly own: boolean;
}

/** Answers one kind of message. */
export type Handler<N extends MessageName> = (
  request: Asked<N>,
  sender: Asker,
) => Promise<Response<N>> | Response<N>;

/** A request as a handler gets it: parsed. */
type Asked<N extends MessageName> = ReturnType<(typeof MESSAGES)[N]['request']['parse']>;

/** One handler for every message. */
export type Handlers = { readonly [N in MessageName]: Handler<N> };

/** Starts to listen. A message from elsewhere, or of another shape, gets `{ refused: reason }`. */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    void respond(handlers, message, sender).then(answer);
    return true;
  });
}

/** What a refused sender is told. */
export interface Refusal {
  readonly refused: 'sender' | 'shape' | 'failed';
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'refused');
}

/** Parses `message`, checks its sender and lets its handler answer. Never rejects. */
export async function respond(
  handlers: Handlers,
  message: unknown,
  sender: Browser.runtime.MessageSender,
): Promise<unknown> {
  if (sender.id !== browser.runtime.id) return { refused: 'sender' } satisfies Refusal;
  if (typeof message !== 'object' || message === null)
    return { refused: 'shape' } satisfies Refusal;
  const { name, request } = message as { name?: unknown; request?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(MESSAGES, name)) {
    return { refused: 'shape' } satisfies Refusal;
  }
  const known = name as MessageName;
  const parsed = MESSAGES[known].request.safeParse(request);
  if (!parsed.success) return { refused: 'shape' } satisfies Refusal;
  const own = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
  const from: Asker = {
    tabId: sender.tab?.id ?? null,
    incognito: !own && (sender.tab?.incognito ?? false),
    own,
  };
  try {
    // The table pairs every name with its own handler; TypeScript cannot follow that pairing.
    return await (handlers[known] as Handler<MessageName>)(parsed.data as never, from);
  } catch {
    return { refused: 'failed' } satisfies Refusal;
  }
}
