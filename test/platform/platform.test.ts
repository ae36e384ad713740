import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from './fake-browser.ts';

let fake = fakeBrowser();
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));

/** Modules keep promises between calls, as a background does; every test gets a background of its own. */
const load = async () => ({
  channel: await import('../../src/platform/channel.ts'),
  settings: await import('../../src/platform/settings.ts'),
  watching: await import('../../src/platform/watching.ts'),
  click: await import('../../src/platform/click.ts'),
  toolbar: await import('../../src/platform/toolbar.ts'),
  background: await import('../../src/platform/background.ts'),
  pages: await import('../../src/platform/pages.ts'),
  modelFile: await import('../../src/platform/model-file.ts'),
});

let platform: Awaited<ReturnType<typeof load>>;

beforeEach(async () => {
  vi.resetModules();
  vi.unstubAllGlobals();
  fake = fakeBrowser();
  platform = await load();
});

const say = ({ key }: { key: string }) => key;
const OWN = { id: 'own-id', tab: { id: 7, incognito: false } } as never;

function handlers(answer: unknown = {}) {
  const handler = vi.fn(async () => answer as never);
  return {
    settings: handler,
    changeSettings: handler,
    model: handler,
    classify: handler,
    explain: handler,
    correct: handler,
    takeBack: handler,
    corrections: handler,
    forgetCorrections: handler,
    badge: handler,
    openExport: handler,
  };
}

describe('a message', () => {
  it('from elsewhere is refused before it is looked at', async () => {
    const own = handlers();
    const message = { name: 'settings', request: {} };
    expect(await platform.channel.respond(own, message, { id: 'other' } as never)).toEqual({
      refused: 'sender',
    });
    expect(own.settings).not.toHaveBeenCalled();
  });

  it('of the right shape reaches its handler, parsed, with its tab', async () => {
    const own = handlers({});
    const badge = { state: 'analysed', count: 3 };
    await platform.channel.respond(own, { name: 'badge', request: { badge, extra: 1 } }, OWN);
    expect(own.badge).toHaveBeenCalledWith({ badge }, { tabId: 7, incognito: false, own: false });
  });

  it('with any other body gets a typed refusal', async () => {
    const own = handlers();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.anything(),
          fc.record({
            name: fc.constantFrom('classify', 'badge', 'toString', '__proto__'),
            request: fc.anything(),
          }),
        ),
        async (message) => {
          const answer = await platform.channel.respond(own, message, OWN);
          expect([{ refused: 'shape' }, { refused: 'sender' }]).toContainEqual(answer);
        },
      ),
    );
    expect(own.classify).not.toHaveBeenCalled();
  });

  it('that carries more than a reader would ever send is refused', async () => {
    const clause = {
      id: 'c0',
      kind: 'para',
      heading: '',
      lead: '',
      prev: '',
      text: 'x'.repeat(5000),
    };
    const message = { name: 'classify', request: { run: '1', clauses: [clause] } };
    expect(await platform.channel.respond(handlers(), message, OWN)).toEqual({ refused: 'shape' });
  });

  it('whose handler fails gets a refusal, not silence', async () => {
    const own = { ...handlers(), settings: vi.fn(() => Promise.reject(new Error('storage'))) };
    expect(
      await platform.channel.respond(own as never, { name: 'settings', request: {} }, OWN),
    ).toEqual({ refused: 'failed' });
  });

  it('is sent once more when the background was just being stopped', async () => {
    const settings = platform.settings.DEFAULT_SETTINGS;
    fake.browser.runtime.sendMessage
      .mockRejectedValueOnce(new Error('no receiver'))
      .mockResolvedValueOnce(settings);
    expect(await platform.channel.send('settings', {})).toEqual({ ok: true, value: settings });
  });

  it('that nobody answers says so, and why', async () => {
    expect(await platform.channel.send('settings', {})).toEqual({
      ok: false,
      error: 'background-gone',
    });
    fake.browser.runtime.sendMessage.mockResolvedValue({ refused: 'shape' });
    expect(await platform.channel.send('settings', {})).toEqual({ ok: false, error: 'unexpected' });
    fake.browser.runtime.id = undefined;
    expect(await platform.channel.send('settings', {})).toEqual({
      ok: false,
      error: 'extension-updated',
    });
  });
});

describe('settings', () => {
  it('are the defaults on the first day', async () => {
    expect(await platform.settings.readSettings()).toEqual({
      side: 'right',
      width: 380,
      collapsed: false,
      strictness: 0,
      minimap: true,
      watching: false,
    });
  });

  it('changed at once by two panels keep both changes', async () => {
    const { changeSettings } = platform.settings;
    await Promise.all([changeSettings({ side: 'left' }), changeSettings({ width: 500 })]);
    expect(await platform.settings.readSettings()).toMatchObject({ side: 'left', width: 500 });
  });

  it('that cannot be stored fail without blocking the next change', async () => {
    fake.browser.storage.local.set.mockRejectedValueOnce(new Error('quota'));
    await expect(platform.settings.changeSettings({ side: 'left' })).rejects.toThrow('quota');
    expect(await platform.settings.changeSettings({ width: 400 })).toMatchObject({
      side: 'right',
      width: 400,
    });
  });
});

describe('a private window', () => {
  const ask = async (message: object, url: string) => {
    const answer = vi.fn();
    const sender = { id: 'own-id', url, tab: { id: 7, incognito: true } };
    fake.browser.runtime.onMessage.fire(message, sender, answer);
    await vi.waitFor(() => expect(answer).toHaveBeenCalled());
    return answer.mock.calls[0]?.[0] as unknown;
  };
  const change = { name: 'changeSettings', request: { side: 'left', width: 500 } };
  beforeEach(() => platform.background.startBackground(say));

  it('leaves nothing in storage, whatever its pages ask', async () => {
    const page = 'https://shop.example/privacy';
    expect(await ask(change, page)).toMatchObject({ side: 'left', width: 500 });
    const badge = { state: 'analysed', count: 3 };
    await ask({ name: 'badge', request: { badge } }, page);
    expect(await ask({ name: 'settings', request: {} }, page)).toMatchObject({ side: 'right' });
    expect(fake.stored.size).toBe(0);
    expect(fake.browser.storage.local.set).not.toHaveBeenCalled();
  });

  it('may still change the settings in the options page', async () => {
    await ask(change, 'extension://own-id/options.html');
    expect(fake.stored.get('settings:1')).toMatchObject({ side: 'left', width: 500 });
  });
});

describe('corrections', () => {
  const correction = {
    kind: 'para',
    heading: 'A',
    lead: '',
    prev: '',
    text: 'We share.',
    labels: ['SHR~'],
    was: ['SHR'],
    modelVersion: 'm',
    date: '2026-11-25',
    url: 'https://shop.example/p',
  };
  const PAGE = { id: 'own-id', tab: { id: 7, incognito: false }, url: 'https://shop.example/p' };
  const OPTIONS = { id: 'own-id', url: 'extension://own-id/options.html' };

  /** Asks a started background. */
  const ask = async (sender: object, name: string, request: object) => {
    const answer = vi.fn();
    fake.browser.runtime.onMessage.fire({ name, request }, sender, answer);
    await vi.waitFor(() => expect(answer).toHaveBeenCalled());
    return answer.mock.calls[0]![0] as unknown;
  };

  beforeEach(() => platform.background.startBackground(say));

  it('are kept, told to their page, taken back, and told to our own pages', async () => {
    expect(await ask(PAGE, 'correct', { correction })).toEqual({ kept: true, dropped: 0 });
    const kept = { keeps: true, list: [correction] };
    expect(await ask(PAGE, 'corrections', { url: `${correction.url}#a` })).toEqual(kept);
    expect(await ask(PAGE, 'corrections', { url: 'https://else.example/' })).toEqual({
      keeps: true,
      list: [],
    });
    expect(await ask(OPTIONS, 'corrections', {})).toEqual(kept);
    const { labels: _, was: __, modelVersion: ___, date: ____, url, ...clause } = correction;
    await ask(PAGE, 'takeBack', { clause, url });
    expect(await ask(OPTIONS, 'corrections', {})).toEqual({ keeps: true, list: [] });
  });

  it('are not told to a page all at once, nor deleted by one', async () => {
    await ask(PAGE, 'correct', { correction });
    expect(await ask(PAGE, 'corrections', {})).toEqual({ keeps: true, list: [] });
    await ask(PAGE, 'forgetCorrections', {});
    expect(await ask(OPTIONS, 'corrections', {})).toMatchObject({ list: [correction] });
    await ask(OPTIONS, 'forgetCorrections', {});
    expect(await ask(OPTIONS, 'corrections', {})).toMatchObject({ list: [] });
  });

  it('are not kept in a private window, which is told so', async () => {
    const hidden = { ...PAGE, tab: { id: 7, incognito: true } };
    await ask(PAGE, 'correct', { correction });
    const before = new Map(fake.stored);
    expect(await ask(hidden, 'correct', { correction: { ...correction, text: 'x' } })).toEqual({
      kept: false,
      dropped: 0,
    });
    expect(await ask(hidden, 'corrections', { url: correction.url })).toEqual({
      keeps: false,
      list: [],
    });
    await ask(hidden, 'takeBack', { clause: correction, url: correction.url });
    expect(fake.stored).toEqual(before);
  });

  it('of another shape are refused', async () => {
    for (const wrong of [
      { labels: ['XXX'] },
      { date: 'some other day' },
      { text: 'x'.repeat(5000) },
    ]) {
      expect(await ask(PAGE, 'correct', { correction: { ...correction, ...wrong } })).toEqual({
        refused: 'shape',
      });
    }
  });
});

describe('watching', () => {
  const wish = (watching: boolean) => platform.settings.changeSettings({ watching });

  it('needs both the wish and the permission', async () => {
    fake.state.granted = true;
    await platform.watching.reconcileWatching();
    expect(fake.registered.size).toBe(0);
    fake.state.granted = false;
    await wish(true);
    await platform.watching.reconcileWatching();
    expect(fake.registered.size).toBe(0);
  });

  it('registers the detector once and serves tabs that are open', async () => {
    fake.state.granted = true;
    fake.state.openTabs = [{ id: 1 }, { id: 2, discarded: true }, {}];
    await wish(true);
    await Promise.all([
      platform.watching.reconcileWatching(),
      platform.watching.reconcileWatching(),
    ]);
    expect(fake.browser.scripting.registerContentScripts).toHaveBeenCalledTimes(1);
    expect(fake.browser.scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: 1 }, files: ['/detect.js'] }],
    ]);
  });

  it('follows the permission where the browser itself changes it', async () => {
    platform.background.startBackground(say);
    fake.state.granted = true;
    fake.browser.permissions.onAdded.fire({ origins: ['*://*/*'] });
    await vi.waitFor(() => expect(fake.registered.size).toBe(1));
    fake.state.granted = false;
    fake.browser.permissions.onRemoved.fire({ origins: ['*://*/*'] });
    await vi.waitFor(() => expect(fake.registered.size).toBe(0));
    expect((await platform.settings.readSettings()).watching).toBe(false);
  });

  it('that is stopped here ends the detectors in open tabs while it still may', async () => {
    fake.state.granted = true;
    fake.state.openTabs = [{ id: 1 }, { id: 2 }];
    const detector = new AbortController();
    vi.stubGlobal('detector', detector);
    fake.browser.scripting.executeScript.mockImplementation(async (injection) => {
      expect(fake.state.granted).toBe(true);
      (injection as { func?: () => void }).func?.();
      return [];
    });
    await platform.pages.setWatching(false);
    expect(fake.browser.scripting.executeScript).toHaveBeenCalledTimes(2);
    expect(detector.signal.aborted).toBe(true);
    expect(fake.state.granted).toBe(false);
  });

  it('that lost its permission lights no badge any more, whatever still runs in open tabs', async () => {
    platform.background.startBackground(say);
    const answer = vi.fn();
    const ask = { name: 'badge', request: { badge: { state: 'detected' } } };
    fake.browser.runtime.onMessage.fire(ask, OWN, answer);
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({}));
    expect(fake.browser.action.setBadgeText).not.toHaveBeenCalled();
  });

  it('stays off, without the permission, when storage is too full for the wish', async () => {
    platform.background.startBackground(say);
    fake.state.granted = true;
    fake.browser.permissions.request.mockResolvedValueOnce(true);
    fake.browser.runtime.sendMessage.mockResolvedValueOnce({ refused: 'failed' });
    expect(await platform.pages.setWatching(true)).toBe('unkept');
    expect(fake.state.granted).toBe(false);
  });

  it('stays off when the browser does not grant the permission', async () => {
    expect(await platform.pages.setWatching(true)).toBe('refused');
    expect(fake.browser.runtime.sendMessage).not.toHaveBeenCalled();
  });
});

describe('a click on the toolbar button', () => {
  const click = (url: string) => platform.click.onToolbarClick({ id: 7, url } as never, say);

  it('brings the reader into the page', async () => {
    await click('https://shop.example/privacy');
    expect(fake.browser.scripting.executeScript.mock.calls.map(([{ files }]) => files)).toEqual([
      undefined,
      ['/reader.js'],
    ]);
    expect(fake.browser.action.openPopup).not.toHaveBeenCalled();
  });

  it.each([
    ['chrome://settings/', 'browser'],
    ['about:config', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ])('on %s explains: %s', async (url, reason) => {
    await click(url);
    expect(fake.browser.scripting.executeScript).not.toHaveBeenCalled();
    expect(fake.browser.action.setPopup).toHaveBeenCalledWith({
      tabId: 7,
      popup: `/cannot-run.html?reason=${reason}`,
    });
    expect(fake.browser.action.openPopup).toHaveBeenCalled();
  });

  it.each([
    ['https://shop.example/policy.pdf', 'pdf'],
    ['file:///home/me/policy.html', 'file'],
    ['https://shop.example/', 'other'],
  ])('that the browser refuses on %s explains: %s', async (url, reason) => {
    fake.browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access'));
    await click(url);
    expect(fake.browser.action.setPopup).toHaveBeenCalledWith({
      tabId: 7,
      popup: `/cannot-run.html?reason=${reason}`,
    });
    expect(fake.browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '×' });
  });

  it('on a page that refuses scripts only for a moment still brings the reader', async () => {
    fake.browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access contents'));
    await click('https://shop.example/privacy');
    const files = fake.browser.scripting.executeScript.mock.calls.map(
      ([injection]) => injection.files,
    );
    expect(files).toEqual([undefined, undefined, ['/reader.js']]);
    expect(fake.browser.action.openPopup).not.toHaveBeenCalled();
  });

  it('on a document shown by a viewer explains', async () => {
    fake.browser.scripting.executeScript.mockResolvedValue([{ result: 'application/pdf' }]);
    await click('https://shop.example/download?id=1');
    expect(fake.browser.action.setPopup).toHaveBeenCalledWith({
      tabId: 7,
      popup: '/cannot-run.html?reason=pdf',
    });
  });
});

describe('the toolbar', () => {
  it('shows a badge on the asking tab, and survives that it is gone', async () => {
    fake.state.granted = true;
    platform.background.startBackground(say);
    const [answered] = fake.browser.runtime.onMessage.fire(
      { name: 'badge', request: { badge: { state: 'detected' } } },
      OWN,
      vi.fn(),
    );
    expect(answered).toBe(true);
    await vi.waitFor(() =>
      expect(fake.browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '§' }),
    );
    fake.browser.action.setTitle.mockRejectedValueOnce(new Error('No tab with id: 7'));
    await expect(platform.toolbar.showBadge(7, { state: 'error' }, say)).resolves.toBeUndefined();
  });
});

describe('the model file', () => {
  it('that is missing is told apart from one that is damaged, and is looked for again', async () => {
    const { loadedModel } = platform.modelFile;
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))),
    );
    expect(await loadedModel()).toEqual({ ok: false, error: 'model-missing' });
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response(new Uint8Array([1, 2, 3]))),
    );
    expect(await loadedModel()).toEqual({ ok: false, error: 'model-damaged' });
  });
});
