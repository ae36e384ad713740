import { describe, expect, it } from 'vitest';
import { packageOf, packagesIn } from '../../../src/cli/release/third-party.ts';

describe('the package of a bundled module', () => {
  it.each([
    ['/home/me/clausemark/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/home/me/clausemark/node_modules/@wxt-dev/browser/src/index.mjs', '@wxt-dev/browser'],
    ['/home/me/clausemark/node_modules/wxt/node_modules/inner/index.js', 'inner'],
    ['\0virtual:wxt-background-entrypoint?/home/me/clausemark/entrypoints/background.ts', 'wxt'],
    ['\0vite/modulepreload-polyfill.js', 'vite'],
    ['/home/me/clausemark/src/core/report.ts', null],
    ['/home/me/clausemark/entrypoints/options/index.html?html-proxy&index=0.js', null],
  ])('%j is %j', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });

  it('is asked for, where a tool wrote a module that nobody knows of', () => {
    expect(() => packageOf('\0commonjsHelpers.js')).toThrow('commonjsHelpers.js');
  });
});

describe('collected licences', () => {
  it('name each package with its version in a line of its own', () => {
    const text =
      '=== @a/b 1.2.3 (MIT) ===\n\nMIT\n\n=== c 4.0.0-rc.1 (ISC) ===\n\nISC\n\n=== x ===\n';
    expect(packagesIn(text)).toEqual(['@a/b@1.2.3', 'c@4.0.0-rc.1']);
  });
});
