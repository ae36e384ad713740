import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/page-bundle.ts';
import type * as Frames from '../../src/page/foreign-frames.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

let script: string;
beforeAll(async () => {
  script = await bundle('src/page/foreign-frames.ts', 'ClausemarkFrames');
});

async function hosts(name: (typeof BROWSERS)[number], html: string): Promise<string[]> {
  return withPage(await sharedBrowser(name), html, (page) =>
    evaluateWithBundle(
      page,
      script,
      (code) =>
        (code as typeof Frames)
          .foreignPolicyFrames(document, location)
          .map(({ url, host }) => `${host} ${url}`),
      [],
      'ClausemarkFrames',
    ),
  );
}

describe.each(BROWSERS)('frames of other origins in %s', (name) => {
  it('are reported when their address, title or name speaks of a policy', async () => {
    expect(
      await hosts(
        name,
        '<iframe src="https://documents.example/privacy-policy/17"></iframe>' +
          '<iframe src="https://texts.example/17" title="Privacy Policy"></iframe>' +
          '<iframe src="https://texts.example/18" name="datenschutz"></iframe>' +
          '<iframe src="https://documents.example/privacy-policy/17"></iframe>',
      ),
    ).toEqual([
      'documents.example https://documents.example/privacy-policy/17',
      'texts.example https://texts.example/17',
      'texts.example https://texts.example/18',
    ]);
  });

  it.each([
    '<iframe src="https://video.example/embed/5"></iframe>',
    '<iframe src="https://like.example/button?page=https%3A%2F%2Fa.example%2Fprivacy-policy"></iframe>',
    '<iframe src="https://cmp.example/consent/privacy-manager"></iframe>',
    '<iframe src="/privacy" title="Privacy Policy"></iframe>',
    '<iframe srcdoc="Privacy policy" title="Privacy Policy"></iframe>',
    '<iframe src="javascript:void(0)" title="Privacy Policy"></iframe>',
    '<iframe hidden src="https://documents.example/privacy-policy/17"></iframe>',
  ])('are not reported for %s', async (html) => {
    expect(await hosts(name, html)).toEqual([]);
  });
});
