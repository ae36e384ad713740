import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawsNamed } from '../../../src/core/actions/laws.ts';
import { MAX_MAILTO, mailRequest, REQUEST_KINDS } from '../../../src/core/actions/mail-request.ts';
import type { RequestFacts } from '../../../src/core/actions/mail-request.ts';

const FACTS: RequestFacts = {
  language: 'en',
  url: 'https://shop.example/privacy?lang=en',
  laws: [],
};

/** What a mail program makes of the address. */
function read(mailto: string | null): { to: string; subject: string; body: string } {
  const url = new URL(mailto!);
  const field = (name: string) => {
    const value = new RegExp(`[?&]${name}=([^&]*)`).exec(url.search)![1]!;
    return decodeURIComponent(value);
  };
  return {
    to: decodeURIComponent(url.pathname),
    subject: field('subject'),
    body: field('body'),
  };
}

describe('a request by mail', () => {
  it('asks politely for one thing, with brackets for what only the reader knows', () => {
    const { to, subject, body } = read(mailRequest('privacy@shop.example', 'delete', FACTS));
    expect(to).toBe('privacy@shop.example');
    expect(subject).toBe('Request to delete my personal data');
    expect(body).toContain('Please delete the personal data that you hold about me');
    expect(body).toContain('[your name]');
    expect(body).toContain('https://shop.example/privacy?lang=en');
    expect(body.split('\r\n').join('')).not.toMatch(/[\r\n]/);
  });

  it('is in the language of the policy where we have it, else in English', () => {
    const hello = (language: string) =>
      read(mailRequest('a@shop.example', 'access', { ...FACTS, language })).body.slice(0, 9);
    expect(hello('de')).toBe('Guten Tag');
    expect(hello('en')).toBe('Hello,\r\n\r');
    expect(hello('fr')).toBe('Hello,\r\n\r');
  });

  it('names a law only where the policy names it', () => {
    const body = (laws: string[], kind: (typeof REQUEST_KINDS)[number] = 'access') =>
      read(mailRequest('a@shop.example', kind, { ...FACTS, laws })).body;
    expect(body([])).not.toMatch(/\bGDPR\b|CCPA|LGPD|\bAct\b|law/);
    expect(body(['GDPR'])).toContain('names the GDPR');
    expect(body(['GDPR', 'CCPA/CPRA'])).toContain('applies to you: GDPR / CCPA/CPRA]');
    // European laws know no right against a sale.
    expect(body(['GDPR', 'CCPA/CPRA'], 'opt-out')).not.toContain('GDPR');
    expect(body(['GDPR'], 'opt-out')).not.toMatch(/GDPR|law/);
  });

  it.each([
    'a@b.example?bcc=c@d.example',
    'a@b.example,c@d.example',
    'a@b@c.example',
    'not an address',
    'a@b.example\r\nBcc: c@d.example',
    '',
  ])('is not made for %j', (address) => {
    const made = mailRequest(address, 'access', FACTS);
    if (made === null) return;
    // A question mark is allowed in a name; it is then part of the one address.
    expect(made.match(/\?/g)).toHaveLength(1);
    expect(made.match(/&/g)).toHaveLength(1);
    expect(read(made).to).toBe(address);
  });

  it('is never longer than programs take, and has no field but its own, whatever the page says', () => {
    const piece = fc.constantFrom(
      'a',
      '+',
      '%',
      '&',
      '?',
      '=',
      '#',
      '@',
      ' ',
      '\r\n',
      'ß',
      '\ud800',
      '–',
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const name = text.map((part) => `${part}@shop.example`);
    const address = fc.oneof(name, text, fc.constant('a+b%@shop.example'));
    const facts = fc.record({
      language: fc.constantFrom('en', 'de', 'und', 'fr'),
      url: fc.oneof(
        fc.webUrl({ withQueryParameters: true }),
        text,
        fc.constant('https://a.example/?a=1&body=x'),
      ),
      laws: fc.array(fc.oneof(text, fc.constantFrom('GDPR', 'CCPA/CPRA')), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(address, fc.constantFrom(...REQUEST_KINDS), facts, (to, kind, known) => {
        const made = mailRequest(to, kind, known);
        if (made === null) return true;
        // RFC 6068: nothing outside unreserved characters, percent escapes and these few marks.
        const form =
          /^mailto:[\w.!'()*~%-]+@[\w.!'()*~%-]+\?subject=[\w.!'()*~%-]+&body=[\w.!'()*~%-]+$/;
        return made.length <= MAX_MAILTO && form.test(made) && read(made).to === to.toWellFormed();
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('is made for every usual address, however long the policy’s own is', () => {
    const url = `https://shop.example/${'long/'.repeat(400)}`;
    const made = mailRequest('privacy@shop.example', 'delete', { ...FACTS, url, language: 'de' });
    expect(read(made).body).not.toContain('long/');
  });
});

describe('the laws that a policy names', () => {
  it.each([
    ['Residents of the EEA have rights under the GDPR.', ['GDPR']],
    ['This is the UK GDPR notice.', ['UK GDPR']],
    ['the EU General Data Protection Regulation and the UK GDPR', ['GDPR', 'UK GDPR']],
    ['the UK General Data Protection Regulation', ['UK GDPR']],
    ['the California Consumer Privacy Act, as amended', ['CCPA/CPRA']],
    ['the California Privacy Rights Act (“CPRA”)', ['CCPA/CPRA']],
    ['Brazil: LGPD', ['LGPD']],
    ['nach der DSGVO', ['GDPR']],
    [
      'the Virginia Consumer Data Protection Act and the Texas Data Privacy and Security Act',
      ['Virginia Consumer Data Protection Act', 'Texas Data Privacy and Security Act'],
    ],
    ['We act in Virginia and protect your data.', []],
    ['Californians have rights.', []],
  ])('in %j', (text, laws) => {
    expect(lawsNamed(text)).toEqual(laws);
  });

  it('are at most six', () => {
    const states = [
      'Utah',
      'Iowa',
      'Texas',
      'Oregon',
      'Montana',
      'Nebraska',
      'Kentucky',
      'Delaware',
    ];
    expect(
      lawsNamed(states.map((state) => `the ${state} Data Privacy Act`).join(' ')),
    ).toHaveLength(6);
  });
});
