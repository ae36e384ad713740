import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/findings.ts';
import { headline, LEADS } from '../../src/core/headline.ts';
import { FLAT_PRACTICES } from '../../src/core/contradictions.ts';
import { summarize, type Summary } from '../../src/core/summary.ts';
import type { TopicCode } from '../../src/core/topics.ts';
import type { TopicState } from '../../src/core/view.ts';
import { createTranslate, PLURAL_KEYS } from '../../src/ui/translate.ts';

type Catalogue = Readonly<Record<string, { message: string; description?: string }>>;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCALES = (await readdir(join(ROOT, 'assets/_locales'))).toSorted();

async function catalogue(locale: string): Promise<Catalogue> {
  const file = join(ROOT, 'assets/_locales', locale, 'messages.json');
  return JSON.parse(await readFile(file, 'utf8')) as Catalogue;
}

async function sources(): Promise<string> {
  const texts: string[] = [await readFile(join(ROOT, 'wxt.config.ts'), 'utf8')];
  for (const folder of ['src', 'entrypoints']) {
    const entries = await readdir(join(ROOT, folder), { withFileTypes: true, recursive: true });
    for (const entry of entries) {
      if (!/\.(?:tsx?|html)$/u.test(entry.name)) continue;
      texts.push(await readFile(join(entry.parentPath, entry.name), 'utf8'));
    }
  }
  return texts.join('\n');
}

const en = await catalogue('en');
const text = await sources();

/** `count_one` is asked for as `count`; `skip_other` has no `skip_one` beside it and stays. */
function baseOf(key: string): string {
  const base = key.replace(/_(?:zero|one|two|few|many|other)$/u, '');
  return `${base}_one` in en ? base : key;
}

const bases = new Set(Object.keys(en).map(baseOf));

/** States that the rules can give a topic. */
function statesOf(code: TopicCode): readonly TopicState[] {
  const states = ['not-found', 'does', 'denies', 'limits'] as const;
  return FLAT_PRACTICES.has(code) ? [...states, 'contradicts'] : states;
}

/** A summary in which one topic was found and no other. */
function summaryWith(code: TopicCode, state: TopicState): Summary {
  return { ...summarize([]), [code]: { state, findingIds: [] } };
}

/** One clause that shares and is about advertising. */
const SHARED_FOR_ADS: readonly Finding[] = (['SHR', 'ADS'] as const).map((topic) => ({
  id: `c0-${topic}`,
  clauseId: 'c0',
  topic,
  stance: 'does',
  confidence: 0.9,
  quote: 'We share your data with advertisers.',
}));

describe.each(LOCALES)('the catalogue %s', (locale) => {
  it('has the keys of the English one, in its own plural forms', async () => {
    const own = await catalogue(locale);
    expect(new Set(Object.keys(own).map(baseOf))).toEqual(bases);
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const key of PLURAL_KEYS) {
      for (const form of forms) expect(own, `${key}_${form}`).toHaveProperty(`${key}_${form}`);
    }
    expect(own.uiLocale?.message).toBe(locale);
  });

  it('uses the arguments that the English one uses', async () => {
    const argumentsOf = (message: string) => [...new Set(message.match(/\$\d/gu))].toSorted();
    for (const [key, { message }] of Object.entries(await catalogue(locale))) {
      // One of something may be said without its number.
      const english = [en[key]?.message, en[`${baseOf(key)}_other`]?.message];
      const allowed = english.filter((one) => one !== undefined).map(argumentsOf);
      expect(allowed, key).toContainEqual(argumentsOf(message));
    }
  });

  it('says something everywhere, and no more than a store allows', async () => {
    const own = await catalogue(locale);
    for (const [key, { message }] of Object.entries(own)) expect(message.trim(), key).not.toBe('');
    expect(own.extensionDescription?.message.length).toBeLessThanOrEqual(132);
    expect(own.extensionName?.message).toBe('Clausemark');
  });
});

describe('message keys', () => {
  it('that have plural forms are listed', () => {
    const plural = Object.keys(en).filter((key) => key.endsWith('_one'));
    expect([...PLURAL_KEYS].toSorted()).toEqual(plural.map((key) => key.slice(0, -4)).toSorted());
  });

  it('are all used', () => {
    const families = [...text.matchAll(/`(\w+_)\$\{/gu)].map(([, prefix]) => prefix!);
    const unused = [...bases].filter((key) => {
      const literal = new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`, 'u');
      return !literal.test(text) && !families.some((prefix) => key.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });

  it('that views carry exist', () => {
    const carried = [...text.matchAll(/\bkey: '(\w+)'/gu)].map(([, key]) => key!);
    expect(carried.length).toBeGreaterThan(5);
    expect(carried.filter((key) => !bases.has(key))).toEqual([]);
  });

  it('exist for every headline that the rules can make', () => {
    const keys = new Set<string>();
    for (const leads of Object.values(LEADS)) {
      for (const code of leads) {
        for (const state of statesOf(code)) {
          for (const badge of headline(summaryWith(code, state), SHARED_FOR_ADS)) {
            for (const { key } of badge.sentences) keys.add(key);
          }
          for (const badge of headline(summaryWith(code, state), [])) {
            for (const { key } of badge.sentences) keys.add(key);
          }
        }
      }
    }
    expect(keys).toContain('headline_SHR_ads');
    expect(keys).toContain('headline_SIG_contradicts');
    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !bases.has(key))).toEqual([]);
    const written = [...bases].filter((key) => /^headline_[A-Z]{3}_/u.test(key));
    expect(written.filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('translating', () => {
  const source = (key: string, words: string[]) =>
    ({
      fact_words_one: `one word`,
      fact_words_few: `${words[0]} few words`,
      fact_words_other: `${words[0]} words`,
      close: 'Close',
    })[key] ?? '';

  it('takes the plural form of the language, and writes numbers its way', () => {
    const english = createTranslate(source, 'en');
    expect(english('fact_words', [1])).toBe('one word');
    expect(english('fact_words', [4120])).toBe('4,120 words');
    expect(createTranslate(source, 'pl')('fact_words', [3])).toBe('3 few words');
    expect(createTranslate(source, 'pl')('fact_words', [5])).toBe('5 words');
  });

  it('answers an unknown key with itself, so that the fault is seen', () => {
    expect(createTranslate(source, 'en')('no_such_key')).toBe('no_such_key');
  });
});
