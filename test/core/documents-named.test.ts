import { describe, expect, it } from 'vitest';
import type { PageDocument, PageLink } from '../../src/core/clause.ts';
import { documentsNamed } from '../../src/core/documents-named.ts';
import { readWebAddress, sameSite } from '../../src/core/web-address.ts';

/** Documents found among links that stand in the text, as `kind label`. */
function named(...links: readonly (readonly [label: string, href: string])[]): string[] {
  return found(links.map(([label, href]) => ({ label, href }))).map(
    ({ kind, label }) => `${kind} ${label}`,
  );
}

function found(links: readonly Partial<PageLink>[], url = 'https://www.shop.example/privacy') {
  const whole = links.map((link) => ({
    kind: 'link',
    label: '',
    href: '',
    clauseId: 'c0',
    ...link,
  }));
  return documentsNamed({ url, links: whole } as unknown as PageDocument);
}

describe('documents that a policy points to', () => {
  it.each([
    ['Cookie Policy', 'https://www.shop.example/cookies', 'cookies Cookie Policy'],
    ['cookies', 'https://www.shop.example/legal/cookies', 'cookies cookies'],
    ['Notice at Collection', 'https://shop.example/collect', 'state Notice at Collection'],
    ['California Privacy Notice', 'https://shop.example/ca', 'state California Privacy Notice'],
    [
      'Children’s Privacy Notice',
      'https://kids.shop.example/',
      'children Children’s Privacy Notice',
    ],
    ['Consumer Health Data Policy', 'https://shop.example/h', 'health Consumer Health Data Policy'],
    ['list of our partners', 'https://vendors.example/l', 'partners list of our partners'],
    ['subprocessors', 'https://shop.example/sub', 'partners subprocessors'],
    ['Applicant Privacy Notice', 'https://shop.example/jobs', 'staff Applicant Privacy Notice'],
    ['App privacy notice', 'https://app.shop.example/p', 'privacy App privacy notice'],
    ['Maps Privacy Policy', 'https://maps.example/p', 'others Maps Privacy Policy'],
  ])('%s → %s', (label, href, expected) => {
    expect(named([label, href])).toEqual([expected]);
  });

  it('are told from the address where the words say nothing', () => {
    expect(named(['here', 'https://www.shop.example/legal/cookie-policy'])).toEqual([
      'cookies www.shop.example/legal/cookie-policy',
    ]);
  });

  it.each([
    ['Careers', 'https://shop.example/careers'],
    ['Cookie settings', 'https://shop.example/cookie-policy#settings'],
    ['Do Not Sell My Data', 'https://shop.example/ccpa'],
    ['Contact our privacy team', 'https://shop.example/privacy-contact'],
    ['Cookie Policy', 'javascript:alert(1)'],
    ['Cookie Policy', 'mailto:a@shop.example'],
    ['Privacy Policy', 'https://www.shop.example/privacy#top'],
    ['Privacy Policy', 'http://shop.example/privacy/'],
    [`In this ${'very '.repeat(30)}long cookie policy`, 'https://shop.example/cookies'],
  ])('are not %s → %s', (label, href) => {
    expect(named([label, href])).toEqual([]);
  });

  it('are listed once each, by the words that say most, the special ones first', () => {
    expect(
      named(
        ['Maps Privacy Policy', 'https://maps.example/p'],
        ['here', 'https://shop.example/cookie-policy'],
        ['our cookie policy', 'https://www.shop.example/cookie-policy/#table'],
        ['click here', 'http://shop.example/cookie-policy'],
      ),
    ).toEqual(['cookies our cookie policy', 'others Maps Privacy Policy']);
  });

  it('stand in the text: menus and footers have links of their own', () => {
    const link = { label: 'Cookie Policy', href: 'https://shop.example/cookies' };
    expect(found([{ ...link, clauseId: null }])).toEqual([]);
    expect(found([{ ...link, kind: 'button' }])).toEqual([]);
  });

  it('say where they really lead', () => {
    const [document] = found([
      { label: 'Maps Privacy Policy', href: 'https://maps.example@xn--mps-eeb.example/privacy' },
    ]);
    expect(document?.host).toBe('xn--mps-eeb.example');
  });
});

describe('a web address', () => {
  it('is read without a DOM', () => {
    expect(readWebAddress('HTTPS://user:x@WWW.Shop.example:8443/a%20b/?q=1#top')).toEqual({
      host: 'www.shop.example:8443',
      path: '/a b/?q=1',
      document: 'shop.example:8443/a%20b/?q=1',
    });
    expect(readWebAddress('https://')).toBeNull();
    expect(readWebAddress('ftp://shop.example/')).toBeNull();
    expect(readWebAddress('https://shop.example\\@evil.example/')?.host).toBe('shop.example');
  });

  it('belongs to a site', () => {
    expect(sameSite('www.shop.example', 'legal.shop.example:444')).toBe(true);
    expect(sameSite('a.co.uk', 'b.co.uk')).toBe(false);
  });
});
