import { describe, expect, it } from 'vitest';
import { findActions } from '../../src/core/actions/find.ts';
import { settingTargets } from '../../src/core/actions/settings.ts';
import { namesChoice, stopsWhat } from '../../src/core/actions/stops.ts';
import { textTargets } from '../../src/core/actions/targets.ts';
import type { PageDocument, PageLink } from '../../src/core/clause.ts';
import type { Finding } from '../../src/core/findings.ts';
import { parseLabel } from '../../src/core/topics.ts';

interface Written {
  text: string;
  lead?: string;
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
    clauses: clauses.map(({ text, lead = '' }, index) => {
      return { id: `c${index}`, text, lead, heading: '' };
    }),
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
    expect(found('Call 1-855-Ask-Shop.')).toEqual(['phone 1855ASKSHOP']);
    expect(found('Our registration is 123 456 789.')).toEqual([]);
  });

  it('are postal addresses', () => {
    expect(
      found('Mail Shop Inc., 12 Long Hill Road, Suite 4, Springfield, IL 62701, USA.'),
    ).toEqual(['address 12 long hill road, suite 4, springfield, il 62701']);
  });

  it('are no room numbers for postal codes', () => {
    expect(found('Mail us at 12 East Hill Street, Suite 1300')).toEqual([]);
  });

  it('are addresses as the French and the Germans write them', () => {
    expect(found('Shop SAS, 12 rue des Lilas, 75001 Paris')).toEqual([
      'address 12 rue des lilas, 75001',
    ]);
    expect(found('Laden GmbH, Lindenweg 4, 10115 Berlin')).toEqual(['address lindenweg 4, 10115']);
  });

  it('are e-mail addresses that are written against robots', () => {
    expect(found('Write to privacy@shop[.]example or data (at) shop.example.')).toEqual([
      'email privacy@shop.example',
      'email data@shop.example',
    ]);
  });

  it('are web addresses that nobody linked', () => {
    expect(found('Visit http://optout.ads.example/now, or www.shop.example/out.')).toEqual([
      'link http://optout.ads.example/now',
      'link https://www.shop.example/out',
    ]);
  });
});

describe('settings in text', () => {
  const place = (text: string) => settingTargets(text, new Set()).map(({ target }) => target);

  it.each([
    ["You can refuse cookies in your browser's settings.", 'browser settings'],
    ['Set your browser to reject cookies.', 'browser settings'],
    ['Most browsers let you delete cookies.', 'browser settings'],
    ['Use the settings on your mobile device.', 'device settings'],
    ['Turn on Global Privacy Control.', 'global privacy control'],
    ['Click the unsubscribe link in our e-mails.', 'unsubscribe link'],
    ['You can leave at the bottom of every e-mail.', 'unsubscribe link'],
    ['Reply STOP to any text message.', 'reply stop'],
    ['Change it in your account settings.', 'account settings'],
    ['You may exercise these rights through your shop account.', 'account settings'],
    ['Open your cookie settings.', 'cookie settings'],
  ])('are told by their place: %j', (text, target) => {
    expect(place(text)).toEqual([target]);
  });

  it('are not the browser that somebody merely uses', () => {
    expect(place('We log the type of your browser.')).toEqual([]);
  });

  it('are named once where a site speaks of the settings of a browser', () => {
    expect(place('Change the privacy settings of your browser.')).toEqual(['browser settings']);
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
    expect(stopsWhat([words], new Set())).toBe(stops);
  });

  it('is told from the topics when the words are silent', () => {
    expect(stopsWhat(['this form'], new Set(['OPT', 'SAL']))).toBe('sale');
    expect(stopsWhat(['this form'], new Set(['OPT']))).toBe('other');
    expect(stopsWhat(['Privacy Center', 'Stop targeted ads there.'], new Set())).toBe('ads');
    expect(stopsWhat(['Privacy Center'], new Set())).toBe('data');
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

  it('never follow a script address: what it is called is named, to be found in the page', () => {
    const actions = actionsOf([
      {
        text: 'Opt out here or there.',
        labels: ['OPT'],
        links: [
          { label: 'opt out', href: 'javascript:alert(1)' },
          { label: 'there', href: 'javascript:alert(1)' },
          { label: 'opt out', href: 'data:text/html,x' },
        ],
      },
    ]);
    expect(actions.map(({ type, target, host }) => [type, target, host])).toEqual([
      ['form', 'opt out', ''],
    ]);
  });

  it('name a link that leads nowhere as a control of the page', () => {
    const link = { label: 'Cookie Settings', href: 'https://shop.example/privacy#' };
    expect(actionsOf([], [link])).toMatchObject([{ type: 'form', target: 'Cookie Settings' }]);
  });

  it('take the ways to do it from the list that an offer introduces', () => {
    const lead = 'You may send a request in one of these ways:';
    const actions = actionsOf([
      { text: lead, labels: ['RGT'] },
      { text: 'By mail: rights@shop.example', lead },
      { text: 'Toll-free: (800) 555-0142', lead },
    ]);
    expect(actions.map(({ target, stops }) => [target, stops])).toEqual([
      ['rights@shop.example', 'data'],
      ['8005550142', 'data'],
    ]);
  });

  it('take lines that follow a colon, and no further than the lines go', () => {
    const actions = actionsOf([
      { text: 'To delete your data, contact us as follows:', labels: ['RGT'] },
      { text: 'Shop Inc.' },
      { text: 'rights@shop.example' },
      { text: `We are proud of our shop. ${'It is large. '.repeat(10)} jobs@shop.example` },
    ]);
    expect(actions.map(({ target }) => target)).toEqual(['rights@shop.example']);
  });

  it('find the contact that an offer sends to, unless it is one for something else', () => {
    const actions = actionsOf([
      { text: 'You may have your data deleted by contacting us.', labels: ['RGT'] },
      { text: 'Questions? Ask dpo@shop.example.', labels: ['CON'] },
      { text: 'Report copyright matters to dmca@shop.example.', labels: ['CON'] },
    ]);
    expect(actions.map(({ target, stops }) => [target, stops])).toEqual([
      ['dpo@shop.example', 'data'],
    ]);
  });

  it('trust the words of an offer that the model did not see', () => {
    expect(
      actionsOf([{ text: 'You may mail out@shop.example to initiate this request.' }]),
    ).toMatchObject([{ target: 'out@shop.example', stops: 'data' }]);
    expect(actionsOf([{ text: 'You cannot opt out, says us@shop.example.' }])).toEqual([]);
  });

  it('leave out links that a sentence mentions without sending the reader there', () => {
    const actions = actionsOf([
      {
        text: 'Under the Consumer Act you may opt out by visiting Fair Ads.',
        labels: ['OPT'],
        links: [
          { label: 'Consumer Act', href: 'https://law.example/act' },
          { label: 'Fair Ads', href: 'https://ads.example/' },
        ],
      },
    ]);
    expect(actions.map(({ target }) => target)).toEqual(['https://ads.example/']);
  });

  it('stop what most mentions say', () => {
    const actions = actionsOf([
      { text: 'Newsletter questions: opt out at dpo@shop.example.', labels: ['OPT'] },
      { text: 'To access your data, write to dpo@shop.example.', labels: ['RGT'] },
      { text: 'To delete your data, write to dpo@shop.example.', labels: ['RGT'] },
    ]);
    expect(actions).toMatchObject([{ stops: 'data', clauseId: 'c0' }]);
  });

  it('know the help pages of browsers by the names of browsers', () => {
    const link = { label: 'Firefox', href: 'https://support.browser.example/cookies' };
    const actions = actionsOf([{ text: 'Firefox', links: [link, { ...link, label: 'Cats' }] }]);
    expect(actions).toMatchObject([{ label: 'Firefox', stops: 'cookies' }]);
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
