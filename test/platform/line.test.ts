/** A run's line to the background: when it drops, the background stops classifying for it. */
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { SLICE } from '../../src/core/model/in-slices.ts';
import { fakeBrowser } from './fake-browser.ts';

let fake = fakeBrowser();
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
  fake = fakeBrowser();
});

const load = async () => ({
  ...(await import('../../src/platform/line.ts')),
  ...(await import('../../src/platform/background.ts')),
});

/** The background's end of a line, as the browser hands it over. */
function port(name: string, id = 'own-id') {
  const dropped: (() => void)[] = [];
  return {
    name,
    sender: { id },
    disconnect: vi.fn(),
    onDisconnect: { addListener: (listener: () => void) => void dropped.push(listener) },
    drop: () => dropped.forEach((listener) => listener()),
  };
}

it('is held until the run is cancelled', async () => {
  const { holdLine } = await load();
  const run = new AbortController();
  const line = holdLine(run.signal);
  expect(fake.browser.runtime.connect).toHaveBeenCalledExactlyOnceWith({ name: `run:${line.run}` });
  const [end] = fake.browser.runtime.connect.mock.results.map(({ value }) => value);
  expect(end!.disconnect).not.toHaveBeenCalled();
  run.abort();
  expect(end!.disconnect).toHaveBeenCalled();
});

it('is left alone when the extension has gone meanwhile', async () => {
  const { holdLine } = await load();
  const line = holdLine(new AbortController().signal);
  const [end] = fake.browser.runtime.connect.mock.results.map(({ value }) => value);
  fake.browser.runtime.id = undefined;
  line.drop();
  expect(end!.disconnect).not.toHaveBeenCalled();
});

it('is not held by a reader whose extension has gone', async () => {
  const { holdLine } = await load();
  fake.browser.runtime.id = undefined;
  holdLine(new AbortController().signal).drop();
  expect(fake.browser.runtime.connect).not.toHaveBeenCalled();
});

it('of another extension, or of another name, is not taken', async () => {
  const { Lines } = await load();
  new Lines().listen();
  for (const other of [port('run:1', 'other'), port('talk')]) {
    fake.browser.runtime.onConnect.fire(other);
    expect(other.disconnect).toHaveBeenCalled();
  }
});

it('that drops stops its own run and no other', async () => {
  const { Lines } = await load();
  const lines = new Lines();
  lines.listen();
  const [one, other] = [port('run:1'), port('run:2')];
  for (const each of [one, other]) fake.browser.runtime.onConnect.fire(each);
  const [stop, goOn] = [lines.stopOf('1'), lines.stopOf('2')];
  one.drop();
  expect([stop.aborted, goOn.aborted, lines.stopOf('unheard of').aborted]).toEqual([
    true,
    false,
    false,
  ]);
});

it('that drops ends a classification before its last clause', async () => {
  const { startBackground } = await load();
  startBackground(({ key }) => key);
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(readFileSync('assets/model/clauses.bin'))),
  );
  const ask = (run: string) =>
    new Promise((resolve) => {
      const clauses = Array.from({ length: 8 * SLICE }, (_, index) => {
        return { id: `c${index}`, kind: 'para', heading: '', lead: '', prev: '', text: 'We sell.' };
      });
      const message = { name: 'classify', request: { run, clauses } };
      const sender = { id: 'own-id', tab: { id: 7, incognito: false } };
      fake.browser.runtime.onMessage.fire(message, sender, resolve);
    });
  const held = port('run:1');
  fake.browser.runtime.onConnect.fire(held);
  expect(await ask('1')).toMatchObject({ ok: true, value: { length: 8 * SLICE } });
  const answer = ask('1');
  held.drop();
  expect(await answer).toEqual({ ok: false, error: 'unexpected' });
});
