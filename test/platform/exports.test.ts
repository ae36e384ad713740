import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { REPORT } from '../gallery/report.ts';
import { fakeBrowser } from './fake-browser.ts';

let fake = fakeBrowser();
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));

const { openExport, keptExport } = await import('../../src/platform/exports.ts');
const { startBackground } = await import('../../src/platform/background.ts');

const FACTS = { readAt: '2026-11-25T10:00:00.000Z', strictness: 0 } as const;

/** Asks the background as the script of tab 7 does. */
function ask(name: string, request: object, incognito = false): Promise<unknown> {
  const sender = { id: 'own-id', url: 'https://shop.example/', tab: { id: 7, incognito } };
  return new Promise((resolve) => {
    fake.browser.runtime.onMessage.fire({ name, request }, sender, resolve);
  });
}

beforeEach(() => {
  fake = fakeBrowser();
  startBackground(({ key }) => key);
});

describe('an export', () => {
  it('opens its page beside the tab it was read in, and is kept for it alone', async () => {
    expect(await ask('openExport', { report: REPORT, ...FACTS, kind: 'json' })).toEqual({
      outcome: 'opened',
    });
    const [opened] = fake.browser.tabs.create.mock.calls[0]!;
    const url = new URL(opened.url!);
    expect(opened).toMatchObject({ windowId: 1, index: 4, openerTabId: 7 });
    expect(url.pathname).toBe('/export.html');
    expect(url.searchParams.get('kind')).toBe('json');
    const kept = await keptExport(url.searchParams.get('id')!);
    expect(kept?.document).toEqual(REPORT.document);
    const textSha256 = createHash('sha256').update(REPORT.document.text).digest('hex');
    expect(kept?.exported).toEqual({ ...FACTS, textSha256 });
    expect(kept?.engine).toContain('clausemark/1.2.3');
    expect(fake.stored.size).toBe(0);
    expect(await keptExport('another')).toBeNull();
  });

  it('takes the place of the one before', async () => {
    await openExport(REPORT, 'label', 7);
    await openExport({ ...REPORT, engine: 'later' }, 'label', 7);
    const ids = fake.browser.tabs.create.mock.calls.map(([{ url }]) =>
      new URL(url!).searchParams.get('id'),
    );
    expect(await keptExport(ids[0]!)).toBeNull();
    expect((await keptExport(ids[1]!))?.engine).toBe('later');
  });

  it('of a private window is neither kept nor shown', async () => {
    expect(await ask('openExport', { report: REPORT, ...FACTS, kind: 'label' }, true)).toEqual({
      outcome: 'private',
    });
    expect(fake.browser.tabs.create).not.toHaveBeenCalled();
    expect(fake.inMemory.size).toBe(0);
  });

  it('that is no report is refused', async () => {
    const report = { ...REPORT, schema: 'other' };
    expect(await ask('openExport', { report, ...FACTS, kind: 'label' })).toEqual({
      refused: 'failed',
    });
    expect(await ask('openExport', { report: REPORT, ...FACTS, kind: 'exe' })).toEqual({
      refused: 'shape',
    });
    expect(fake.inMemory.size).toBe(0);
  });

  it('that was damaged in memory is gone', async () => {
    fake.inMemory.set('export', { id: 'x', report: { schema: 'clausemark/1' } });
    expect(await keptExport('x')).toBeNull();
  });

  it('is forgotten with everything else', async () => {
    await openExport(REPORT, 'label', 7);
    const { clearEverything } = await import('../../src/platform/settings.ts');
    await clearEverything();
    expect(fake.inMemory.size).toBe(0);
  });
});
