/** Builds the production extensions and says where they lie. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browser/find.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the built extension for a browser. */
export function buildFolder(browser: BrowserName): string {
  return join(ROOT, '.output', `${browser}-mv3`);
}

/**
 * Makes the production build for a browser and answers its folder. What the build prints goes to
 * standard error. Throws when it fails.
 */
export async function buildExtension(browser: BrowserName): Promise<string> {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const args = [wxt, 'build', '-b', browser, '--mv3', '--level', 'warn'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    // A test runner sets NODE_ENV to "test", with which the build would keep code for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('exit', done);
  });
  if (code !== 0) throw new Error(`wxt build -b ${browser} --mv3 ended with ${code}`);
  return buildFolder(browser);
}

/** Folder of the built extension, which is built first where it is missing. */
export async function builtExtension(browser: BrowserName): Promise<string> {
  const folder = buildFolder(browser);
  return existsSync(join(folder, 'manifest.json')) ? folder : buildExtension(browser);
}
