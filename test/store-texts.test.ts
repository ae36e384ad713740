/** What the stores are told fits their forms, and is what the packages are. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Heading of the second level → its text. */
function fields(file: string): Map<string, string> {
  const [, ...sections] = readFileSync(`docs/store/${file}`, 'utf8').split(/^## /m);
  return new Map(
    sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return [heading, lines.join('\n').trim()];
    }),
  );
}

function message(locale: string, key: string): string {
  const text = readFileSync(`assets/_locales/${locale}/messages.json`, 'utf8');
  return (JSON.parse(text) as Record<string, { message: string }>)[key]!.message;
}

/** Words that stores refuse in listings: claims of rank and price. */
const REFUSED = /\b(?:best|free|#1|number one|kostenlos|gratis|beste[rsn]?|Nr\. 1)\b/i;

describe.each([
  ['chrome.en.md', 'en', 'Summary', 'Description'],
  ['chrome.de.md', 'de', 'Zusammenfassung', 'Beschreibung'],
  ['firefox.en.md', 'en', 'Summary', 'Description'],
  ['firefox.de.md', 'de', 'Zusammenfassung', 'Beschreibung'],
])('%s', (file, locale, summary, description) => {
  it('has the name and the summary of the package, short enough', () => {
    expect(fields(file).get('Name')).toBe(message(locale, 'extensionName'));
    expect(fields(file).get(summary)).toBe(message(locale, 'extensionDescription'));
    expect(fields(file).get(summary)!.length).toBeLessThanOrEqual(132);
  });

  it('describes without claims that a store refuses', () => {
    const text = fields(file).get(description)!;
    expect(text.length).toBeGreaterThan(500);
    expect(text.length).toBeLessThanOrEqual(16_000);
    expect(text).not.toMatch(REFUSED);
  });
});

describe.each([
  ['chrome.en.md', 'Permission justifications'],
  ['chrome.de.md', 'Begründung der Berechtigungen'],
])('%s', (file, heading) => {
  it('justifies every permission, in at most 1,000 characters', () => {
    const config = readFileSync('wxt.config.ts', 'utf8');
    const asked = ['activeTab', 'declarativeContent', 'scripting', 'storage'];
    for (const permission of asked) expect(config).toContain(`'${permission}'`);
    const [, ...parts] = fields(file).get(heading)!.split(/^### /m);
    const names = parts.map((part) => part.split('\n')[0]!);
    expect(names.slice(0, -1).toSorted()).toEqual(asked);
    expect(names.at(-1)).toContain(String.raw`\*://\*/\*`);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(1000);
  });
});

describe('the pictures', () => {
  it('that are named are there, as PNG files of the size that the store takes', () => {
    const named = [...readFileSync('docs/store/chrome.en.md', 'utf8').matchAll(/`(pictures\/.+)`/g)]
      .map(([, path]) => path!)
      .toSorted();
    const there = globSync('docs/store/pictures/*').map((path) => {
      return path.replaceAll('\\', '/').replace('docs/store/', '');
    });
    expect(there.toSorted()).toEqual(named);
    for (const path of named) {
      const bytes = readFileSync(`docs/store/${path}`);
      expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
      const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      expect(size, path).toEqual(path.endsWith('tile.png') ? [440, 280] : [1280, 800]);
    }
  });
});
