import { describe, expect, it } from 'vitest';
import type { OptOutAction } from '../../src/core/actions/action.ts';
import { actionHref, namesHost, safeLinks, webAddress } from '../../src/ui/safe-link.ts';

function href(type: OptOutAction['type'], target: string): string | null {
  return actionHref({ id: 'a', type, target, label: '', host: '', stops: 'other', clauseId: null });
}

describe('addresses from a page', () => {
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,<p>',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    '/relative',
    '',
  ])('never become a link: %s', (address) => {
    expect(webAddress(address)).toBeNull();
    expect(href('link', address)).toBeNull();
    expect(href('form', address)).toBeNull();
  });

  it('become links when they lead to the web', () => {
    expect(href('link', 'https://shop.example/opt-out')).toBe('https://shop.example/opt-out');
    expect(
      safeLinks([{ label: 'P', href: 'http://shop.example:8080/p', kind: 'privacy' }]),
    ).toEqual([
      {
        label: 'P',
        href: 'http://shop.example:8080/p',
        kind: 'privacy',
        host: 'shop.example:8080',
      },
    ]);
  });

  it('cannot add headers or a body to a mail', () => {
    expect(href('email', 'privacy@shop.example')).toBe('mailto:privacy@shop.example');
    expect(href('email', 'a@b.example?bcc=c@d.example&body=x')).toBeNull();
    expect(href('email', 'a%3Fcc@b.example?subject=x')).toBe(
      'mailto:a%253Fcc@b.example%3Fsubject%3Dx',
    );
    expect(href('email', 'not an address')).toBeNull();
  });

  it('become calls only when they are numbers', () => {
    expect(href('phone', '+1 (800) 555-0123')).toBe('tel:+18005550123');
    expect(href('phone', 'call us')).toBeNull();
  });

  it('lead nowhere when there is nothing to open', () => {
    expect(href('address', '12 Quay Street')).toBeNull();
    expect(href('setting', 'Cookie settings')).toBeNull();
  });
});

describe('a label that names its host', () => {
  it.each([
    ['shop.example', 'www.shop.example', true],
    ['https://www.shop.example/opt-out', 'shop.example', true],
    ['Opt out at shop.example.', 'shop.example', true],
    ['Opt out', 'shop.example', false],
    ['pay-pal.example', 'paypal.example', false],
    ['my-shop.example', 'shop.example', false],
    ['shop.example (by evil.example)', 'evil.example', false],
    ['shop.example@evil.example', 'evil.example', false],
    ['shоp.example', 'xn--shp-oed.example', false],
  ])('%s → %s: %s', (label, host, named) => {
    expect(namesHost(label, host)).toBe(named);
  });
});
