import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { install } from '@puppeteer/browsers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../src/cli/browser/find.ts';
import { requireBrowser } from '../../src/cli/browser/install.ts';

vi.mock('node:child_process', () => ({ spawnSync: vi.fn() }));
vi.mock('node:fs', () => ({ existsSync: vi.fn() }));
vi.mock('@puppeteer/browsers', () => ({
  Browser: { CHROME: 'chrome', FIREFOX: 'firefox' },
  detectBrowserPlatform: () => 'linux',
  resolveBuildId: async () => '150.0.1',
  install: vi.fn(),
}));
vi.mock('../../src/cli/browser/find.ts', () => ({
  findBrowser: vi.fn(),
  downloadFolder: () => '/downloads',
  OVERRIDES: { chrome: 'CLAUSEMARK_CHROME', firefox: 'CLAUSEMARK_FIREFOX' },
}));

const CHROME = { browser: 'chrome', path: '/somewhere/chrome', extensions: true } as const;

function refuseDownload(): void {
  vi.mocked(install).mockRejectedValue(new Error('403 from the proxy'));
}

function debian({ root, status = 0 }: { root: boolean; status?: number }): void {
  vi.mocked(existsSync).mockReturnValue(true);
  vi.spyOn(process, 'getuid').mockReturnValue(root ? 0 : 1000);
  vi.mocked(spawnSync).mockReturnValue({ status } as ReturnType<typeof spawnSync>);
}

describe('requireBrowser', () => {
  beforeEach(() => {
    vi.resetAllMocks();
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  it('installs nothing when a browser is found', async () => {
    vi.mocked(findBrowser).mockResolvedValue(CHROME);
    expect(await requireBrowser('chrome')).toEqual(CHROME);
    expect(install).not.toHaveBeenCalled();
    expect(spawnSync).not.toHaveBeenCalled();
  });

  it('downloads one when none is found', async () => {
    vi.mocked(findBrowser).mockResolvedValueOnce(null).mockResolvedValueOnce(CHROME);
    expect(await requireBrowser('chrome')).toEqual(CHROME);
    expect(install).toHaveBeenCalledWith(
      expect.objectContaining({ browser: 'chrome', buildId: '150.0.1', cacheDir: '/downloads' }),
    );
  });

  it('asks Debian where the download is refused, saying so', async () => {
    refuseDownload();
    debian({ root: true });
    vi.mocked(findBrowser).mockResolvedValueOnce(null).mockResolvedValueOnce(CHROME);
    expect(await requireBrowser('chrome')).toEqual(CHROME);
    const [, args] = vi.mocked(spawnSync).mock.lastCall as unknown as [string, string[]];
    expect(args).toContain('chromium');
    expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining('apt-get'));
  });

  it('says what was tried and what to do when nothing helps', async () => {
    refuseDownload();
    debian({ root: false });
    vi.mocked(findBrowser).mockResolvedValue(null);
    const failure = requireBrowser('firefox');
    await expect(failure).rejects.toThrow(/403 from the proxy[^]+only root can run apt-get/);
    await expect(failure).rejects.toThrow(/apt-get install firefox-esr[^]+CLAUSEMARK_FIREFOX/);
  });

  it('tells of a package manager that failed', async () => {
    refuseDownload();
    debian({ root: true, status: 100 });
    vi.mocked(findBrowser).mockResolvedValue(null);
    await expect(requireBrowser('chrome')).rejects.toThrow('apt-get update ended with 100');
  });
});
