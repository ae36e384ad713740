/** What the production builds ask for and weigh. */
import { globSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildFolder } from '../../src/cli/extension-build.ts';
import type { BrowserName } from '../../src/cli/browser/find.ts';
import { packagesIn, THIRD_PARTY_FILE } from '../../src/cli/release/third-party.ts';

const PERMISSIONS: Record<BrowserName, string[]> = {
  chrome: ['activeTab', 'declarativeContent', 'scripting', 'storage'],
  firefox: ['activeTab', 'scripting', 'storage'],
};

/** Everything that a manifest may hold, so that nothing slips in. */
const KEYS = [
  'action',
  'background',
  'browser_specific_settings',
  'commands',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'minimum_chrome_version',
  'name',
  'optional_host_permissions',
  'options_ui',
  'permissions',
  'version',
];

async function manifestOf(name: BrowserName): Promise<Record<string, unknown>> {
  const text = await readFile(join(buildFolder(name), 'manifest.json'), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe.each(['chrome', 'firefox'] as const)('the production build for %s', (name) => {
  it('asks for exactly the documented permissions and for no host', async () => {
    const manifest = await manifestOf(name);
    expect((manifest['permissions'] as string[]).toSorted()).toEqual(PERMISSIONS[name]);
    expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('shows pages nothing of itself', async () => {
    const manifest = await manifestOf(name);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(Object.keys(manifest).filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  it('runs no code that is not in it', async () => {
    const manifest = await manifestOf(name);
    const policy = manifest['content_security_policy'] as { extension_pages: string };
    expect(policy.extension_pages).toContain("default-src 'none'; script-src 'self';");
    for (const file of await filesOf(buildFolder(name))) {
      if (!/\.(?:js|html)$/.test(file)) continue;
      const source = await readFile(file, 'utf8');
      expect(source, file).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/);
      expect(source, file).not.toMatch(/<script[^>]+src=["']?https?:/);
    }
  });

  it('holds the licence of everything that is bundled, and its own', async () => {
    const licences = await readFile(join(buildFolder(name), THIRD_PARTY_FILE), 'utf8');
    const packages = packagesIn(licences).map((one) => one.slice(0, one.lastIndexOf('@')));
    // Vite writes the loader of the extension's pages.
    expect(packages).toEqual(['@wxt-dev/browser', 'preact', 'vite', 'wxt', 'zod']);
    const imported = globSync('{src/{core,page,ui,platform},entrypoints}/**/*.{ts,tsx}')
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/from '((?:@\w+\/)?[\w-]+)/g)])
      .map(([, from]) => from);
    expect([...new Set(imported)].filter((one) => !packages.includes(one!))).toEqual([]);
    for (const holder of [
      'Copyright (c) 2015-present Jason Miller',
      'Colin McDonnell',
      'all-MiniLM-L6-v2',
      'Apache License',
    ]) {
      expect(licences).toContain(holder);
    }
    expect(await readFile(join(buildFolder(name), 'LICENSE.txt'), 'utf8')).toContain('ODC-By');
  });

  it('keeps its scripts small', async () => {
    const size = async (file: string) => (await stat(join(buildFolder(name), file))).size;
    expect(await size('detect.js')).toBeLessThanOrEqual(8 * 1024);
    expect(await size('reader.js')).toBeLessThanOrEqual(232 * 1024);
  });

  it('is at most 3 MB when packed', async () => {
    const packed = await Promise.all(
      (await filesOf(buildFolder(name))).map(
        async (file) => deflateRawSync(await readFile(file)).length,
      ),
    );
    const total = packed.reduce((sum, bytes) => sum + bytes, 0);
    expect(total).toBeLessThanOrEqual(3 * 1024 * 1024);
  });
});
