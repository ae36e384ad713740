/** In Chromium the browser itself changes the icon on addresses that look like a policy. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY_URL_REGEX } from '../../src/core/policy-address.ts';
import { startExtension, type Run } from '../support/extension.ts';

interface Rules {
  onPageChanged: { getRules(ids: undefined, done: (rules: Rule[]) => void): void };
}

interface Rule {
  conditions: { pageUrl?: { urlMatches?: string } }[];
  actions: { instanceType: string; imageData?: Record<string, unknown> }[];
}

describe('the icon rule in chrome', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startExtension('chrome');
  });
  afterAll(() => run?.close());

  it('is the only one, matches addresses and sets the icon', async () => {
    const [extension] = (await run.browser.extensions()).values();
    const [worker] = (await extension?.workers()) ?? [];
    const rules = await worker!.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { declarativeContent: Rules } };
      const ask = () =>
        new Promise<Rule[]>((done) =>
          chrome.declarativeContent.onPageChanged.getRules(undefined, done),
        );
      // The rule is made after installation, which the worker has not finished at once.
      for (let tries = 0; tries < 100 && (await ask()).length === 0; tries += 1) {
        await new Promise((done) => setTimeout(done, 50));
      }
      return (await ask()).map(({ conditions, actions }) => ({
        urls: conditions.map(({ pageUrl }) => pageUrl?.urlMatches),
        actions: actions.map(({ instanceType }) => instanceType),
      }));
    });
    expect(rules).toEqual([{ urls: [POLICY_URL_REGEX], actions: ['declarativeContent.SetIcon'] }]);
  });
});

describe('addresses that look like a policy', () => {
  const looks = (url: string) => new RegExp(POLICY_URL_REGEX).test(url);

  it.each([
    'https://shop.example/privacy',
    'https://shop.example/legal/privacy-policy.html',
    'https://shop.example/de/datenschutz',
    'https://shop.example/cookie-policy',
    'https://shop.example/page?doc=privacy',
  ])('%s', (url) => expect(looks(url)).toBe(true));

  it.each([
    'https://privacy.example/',
    'https://shop.example/cookies/oatmeal',
    'https://shop.example/',
  ])('but not %s', (url) => expect(looks(url)).toBe(false));
});
