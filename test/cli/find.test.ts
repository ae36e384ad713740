import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../src/cli/browser/find.ts';

describe.runIf(process.platform === 'linux')('findBrowser', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clausemark-'));
    vi.stubEnv('CLAUSEMARK_CHROME', undefined);
    vi.stubEnv('PUPPETEER_CACHE_DIR', join(folder, 'none'));
    vi.stubEnv('PATH', folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  async function program(name: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    return path;
  }

  it('takes the override before anything else', async () => {
    await program('chromium');
    const path = await program('my-browser');
    vi.stubEnv('CLAUSEMARK_CHROME', path);
    expect(await findBrowser('chrome')).toEqual({ browser: 'chrome', path, extensions: true });
  });

  it('refuses an override that cannot be run', async () => {
    vi.stubEnv('CLAUSEMARK_CHROME', join(folder, 'missing'));
    await expect(findBrowser('chrome')).rejects.toThrow('CLAUSEMARK_CHROME');
  });

  it('prefers what stands first on PATH', async () => {
    const path = await program('chromium');
    expect(await findBrowser('chrome')).toEqual({ browser: 'chrome', path, extensions: true });
  });

  it('does not load extensions into branded Chrome', async () => {
    const path = await program('google-chrome');
    const found = await findBrowser('chrome', { extensions: true });
    expect(found?.path).not.toBe(path);
  });
});
