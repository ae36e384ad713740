import { describe, expect, it } from 'vitest';
import { findActions } from '../../src/core/actions/find.ts';
import { namesChoice, stopsWhat } from '../../src/core/actions/stops.ts';
import { textTargets } from '../../src/core/actions/targets.ts';
import type { PageDocument, PageLink } from '../../src/core/clause.ts';
import type { Finding } from '../../src/core/findings.ts';
import { parseLabel } from '../../src/core/topics.ts';

interface Written {
  text: string;
  labels?: string[];
  links?: Partial<PageLink>[];
}

/** A page of clauses with their findings and links; `outside` are links of no clause. */
function actionsOf(clauses: Written[], outside: Partial<PageLink>[] = []) {
  const link = (part: Partial<PageLink>, clauseId: string | null): PageLink => {
    return { kind: 'link', label: '', href: '', clauseId, ...part };
  };
  const page = {
    url: 'https://shop.example/privacy',
    clauses: clauses.map(({ text }, index) => ({ id: `c${index}`, text })),
    links: [
      ...clauses.flatMap(({ links = [] }, index) => links.map((part) => link(part, `c${index}`))),
      ...outside.map((part) => link(part, null)),
    ],
  } as unknown as PageDocument;
  const findings = clauses.flatMap(({ text, labels = [] }, index) =>
    labels.map((label): Finding => {
      const { topic, stance } = parseLabel(label)!;
      return {
        id: `c${index}-${topic}`,
        clauseId: `c${index}`,
        topic,
        stance,
        confidence: 1,
        quote: text,
      };
    }),
  );
  return findActions(page, findings);
}

const found = (text: string) => textTargets(text).map(({ type, target }) => `${type} ${target}`);

describe('targets in text', () => {
  it('are e-mail addresses, without the full stop after them', () => {
    expect(found('Write to Privacy@Shop.example.')).toEqual(['email privacy@shop.example']);
  });

  it('are phone numbers, when words say that they are', () => {
    expect(found('Call us toll-free at (800) 555-0142 to opt out.')).toEqual(['phone 8005550142']);
    expect(found('Call +49 30 5550 1234.')).toEqual(['phone +493055501234']);
    expect(found('Call 1-800-OPT-OUT1.')).toEqual(['phone 1800OPTOUT1']);
    expect(found('See section 12.3.4 of the Act of 2018-05-25.')).toEqual([]);
    expect(found('Call us. Last updated 03/04/2024.')).toEqual([]);
  });

  it('are postal addresses', () => {
    expect(
      found('Mail Shop Inc., 12 Long Hill Road, Suite 4, Springfield, IL 62701, USA.'),
    ).toEqual(['address 12 long hill road, suite 4, springfield, il 62701']);
  });

  it('are settings', () => {
    expect(found("You can refuse cookies in your browser's settings.")).toEqual([
      'setting browser settings',
    ]);
    expect(found('Turn on Global Privacy Control.')).toEqual(['setting global privacy control']);
  });
});

describe('what an action stops', () => {
  it.each([
    ['Do Not Sell or Share My Personal Information', 'sale'],
    ['Unsubscribe', 'marketing'],
    ['https://optout.aboutads.info/', 'ads'],
    ['Cookie preferences', 'cookies'],
    ['Delete my account', 'data'],
    ['do not use my content for AI training', 'ai'],
  ])('is told from %j', (words, stops) => {
    expect(stopsWhat(words, new Set())).toBe(stops);
  });

  it('is told from the topics when the words are silent', () => {
    expect(stopsWhat('this form', new Set(['OPT', 'SAL']))).toBe('sale');
    expect(stopsWhat('this form', new Set(['OPT']))).toBe('other');
  });

  it('is a choice only when words say so', () => {
    expect(namesChoice('Your Privacy Choices')).toBe(true);
    expect(namesChoice('Careers')).toBe(false);
  });
});

describe('actions', () => {
  it('come from clauses that offer something, with their true host', () => {
    const actions = actionsOf([
      {
        text: 'You can opt out of interest-based ads here.',
        labels: ['OPT', 'ADS'],
        links: [{ label: 'here', href: 'https://ads.example@evil.example/out' }],
      },
      {
        text: 'We share data with ad@partner.example.',
        labels: ['SHR'],
        links: [{ label: 'partner', href: 'https://partner.example/' }],
      },
    ]);
    expect(actions).toEqual([
      {
        id: 'a0',
        type: 'link',
        target: 'https://ads.example@evil.example/out',
        label: 'here',
        host: 'evil.example',
        stops: 'ads',
        clauseId: 'c0',
      },
    ]);
  });

  it('never follow a script address', () => {
    expect(
      actionsOf([
        {
          text: 'Opt out here.',
          labels: ['OPT'],
          links: [
            { label: 'opt out', href: 'javascript:alert(1)' },
            { label: 'opt out', href: 'data:text/html,x' },
          ],
        },
      ]),
    ).toEqual([]);
  });

  it('leave out links that only lead to more to read, or within the page', () => {
    expect(
      actionsOf([
        {
          text: 'You may opt out as our partners say.',
          labels: ['OPT'],
          links: [
            { label: 'Privacy Policy', href: 'https://partner.example/privacy' },
            { label: 'section 5', href: 'https://shop.example/privacy#s5' },
          ],
        },
      ]),
    ).toEqual([]);
  });

  it('leave out addresses that only a script of the page would show', () => {
    const href = 'https://shop.example/cdn-cgi/l/email-protection#a1b2';
    const clause = { text: 'Opt out by mail.', labels: ['OPT'] };
    expect(actionsOf([{ ...clause, links: [{ label: '[email protected]', href }] }])).toEqual([]);
  });

  it('leave out what the company says one cannot opt out of', () => {
    expect(
      actionsOf([{ text: 'You cannot opt out of mail from us@shop.example.', labels: ['OPT-'] }]),
    ).toEqual([]);
  });

  it('name each target once, and know it better the second time', () => {
    const actions = actionsOf([
      { text: 'Contact dpo@shop.example with a choice.', labels: ['OPT'] },
      {
        text: 'To delete your data write to DPO@shop.example.',
        labels: ['RGT'],
        links: [{ label: 'DPO@shop.example', href: 'mailto:dpo@shop.example?subject=x' }],
      },
    ]);
    expect(actions).toHaveLength(1);
    expect(actions[0]).toMatchObject({
      type: 'email',
      target: 'dpo@shop.example',
      stops: 'data',
      clauseId: 'c0',
    });
  });

  it('include choices that stand outside the text', () => {
    const actions = actionsOf(
      [],
      [
        { label: 'Do Not Sell My Personal Information', href: 'https://shop.example/dns' },
        { kind: 'button', label: 'Cookie settings' },
        { label: 'Careers', href: 'https://shop.example/jobs' },
      ],
    );
    expect(actions.map(({ type, stops, clauseId }) => [type, stops, clauseId])).toEqual([
      ['link', 'sale', null],
      ['form', 'cookies', null],
    ]);
  });

  it('name a setting once when a link leads to it', () => {
    const actions = actionsOf([
      {
        text: 'Change your cookie preferences.',
        labels: ['OPT'],
        links: [{ label: 'Cookie Preferences', href: 'https://shop.example/#cookies' }],
      },
    ]);
    expect(actions.map(({ type }) => type)).toEqual(['link']);
  });

  it('survive malformed mail addresses', () => {
    expect(
      actionsOf([
        { text: 'Opt out.', labels: ['OPT'], links: [{ label: 'mail', href: 'mailto:%E0%A4%A' }] },
      ]),
    ).toEqual([]);
  });
});
