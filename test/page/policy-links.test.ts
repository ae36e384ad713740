import { beforeAll, describe, expect, it } from 'vitest';
import { pageBundle } from '../../src/cli/page-bundle.ts';
import type { PolicyLink } from '../../src/core/detection.ts';
import type * as PageCode from '../../src/page/bundle.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

let script: string;
beforeAll(async () => {
  script = await pageBundle();
});

async function links(name: (typeof BROWSERS)[number], html: string): Promise<PolicyLink[]> {
  return withPage(
    await sharedBrowser(name),
    html,
    (page) =>
      evaluateWithBundle(page, script, (code) =>
        (code as typeof PageCode).findPolicyLinks(document, location),
      ),
    { url: 'https://www.shop.example/boots?size=40#top' },
  );
}

async function site(name: (typeof BROWSERS)[number], head: string): Promise<string> {
  return withPage(
    await sharedBrowser(name),
    head,
    (page) =>
      evaluateWithBundle(page, script, (code) =>
        (code as typeof PageCode).siteName(document, location),
      ),
    { url: 'https://www.shop.example/boots' },
  );
}

describe.each(BROWSERS)('policy links in %s', (name) => {
  it('puts the site’s own privacy policy first', async () => {
    const found = await links(
      name,
      '<p><a href="https://ads.example/privacy">Ad partner privacy policy</a></p>' +
        '<footer><a href="/cookies">Cookie Policy</a> <a href="https://legal.shop.example/privacy">Privacy <b>Policy</b></a></footer>',
    );
    expect(found).toEqual([
      { label: 'Privacy Policy', href: 'https://legal.shop.example/privacy', kind: 'privacy' },
      { label: 'Cookie Policy', href: 'https://www.shop.example/cookies', kind: 'cookie' },
      { label: 'Ad partner privacy policy', href: 'https://ads.example/privacy', kind: 'privacy' },
    ]);
  });

  it('names each address once, by its best label', async () => {
    const found = await links(
      name,
      '<a href="/privacy#children">Privacy</a> <a href="/privacy">Privacy notice</a> <a href="/privacy">Privacy</a>',
    );
    expect(found).toEqual([
      { label: 'Privacy notice', href: 'https://www.shop.example/privacy', kind: 'privacy' },
    ]);
  });

  it('offers only links that lead to another page over http', async () => {
    const found = await links(
      name,
      '<a href="javascript:alert(1)">Privacy policy</a> <a href="mailto:privacy@shop.example">Privacy policy</a>' +
        '<a href="#privacy">Privacy policy</a> <a href="data:text/html,x">Privacy policy</a> <a>Privacy policy</a>' +
        '<a href="http://[">Privacy policy</a> <a href="?size=40">Privacy policy</a>',
    );
    expect(found).toEqual([]);
  });

  it('leaves settings, products and long sentences alone', async () => {
    const found = await links(
      name,
      '<a href="/oat">Oat cookies</a> <a href="/screen">Privacy screen for laptops</a> <a href="/me">Your account</a>' +
        `<a href="/story">${'Why the new privacy policy of a large company made so many of its customers angry'}</a>`,
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['Datenschutzerklärung', 'privacy'],
    ['Politique de confidentialité', 'privacy'],
    ['Política de privacidad', 'privacy'],
    ['Informativa sulla privacy', 'privacy'],
    ['Privacyverklaring', 'privacy'],
    ['Política de Privacidade', 'privacy'],
    ['Polityka prywatności', 'privacy'],
    ['Cookie-Richtlinie', 'cookie'],
    ['Politique relative aux cookies', 'cookie'],
  ])('knows the link "%s"', async (label, kind) => {
    const found = await links(name, `<a href="/x">${label}</a>`);
    expect(found).toEqual([{ label, href: 'https://www.shop.example/x', kind }]);
  });

  it('takes the accessible name of a link without text', async () => {
    const found = await links(name, '<a href="/p" aria-label="Privacy policy"><svg></svg></a>');
    expect(found[0]?.label).toBe('Privacy policy');
  });
});

describe.each(BROWSERS)('the name of a site in %s', (name) => {
  it.each([
    ['<meta property="og:site_name" content=" Larkmoor  Gear ">', 'Larkmoor Gear'],
    ['<meta name="application-name" content="Larkmoor">', 'Larkmoor'],
    [
      `<meta property="og:site_name" content="${'Boots for wet hills '.repeat(5)}">`,
      'shop.example',
    ],
    ['<meta property="og:site_name" content="">', 'shop.example'],
    ['<title>Boots</title>', 'shop.example'],
  ])('of %s', async (head, expected) => {
    expect(await site(name, head)).toBe(expected);
  });
});
