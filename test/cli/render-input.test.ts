import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInput, renderPage } from '../../src/cli/render-input.ts';

describe('renderPage', () => {
  it('leaves HTML as it is', () => {
    expect(renderPage('a.html', '<p>x')).toBe('<p>x');
    expect(renderPage('-', '<p>x')).toBe('<p>x');
  });

  it('renders Markdown and takes its first heading as the title', () => {
    const html = renderPage('policy.md', 'Intro\n\n# Our *privacy* notice\n\n- one\n- two\n');
    expect(html).toContain('<title>Our privacy notice</title>');
    expect(html).toContain('<li>one</li>');
  });

  it('renders text as paragraphs in which markup means nothing', () => {
    const html = renderPage(
      'policy.txt',
      'Privacy\n\nWe use <b>cookies</b> & logs.\nSecond line.\n',
    );
    expect(html).toContain('<p>Privacy</p>');
    expect(html).toContain('<p>We use &lt;b>cookies&lt;/b> &amp; logs.<br>Second line.</p>');
  });
});

describe('readInput', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clausemark-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('gives a file an address of its own', async () => {
    const file = join(folder, 'Fern & Sons (2026).html');
    await writeFile(file, '<p>x');
    const input = await readInput(file);
    expect(input).toEqual({
      ok: true,
      value: { file, html: '<p>x', url: 'https://fern-sons-2026.example/' },
    });
  });

  it.each(['missing.html', 'policy.pdf'])('says why %s cannot be read', async (name) => {
    const input = await readInput(join(folder, name));
    expect(input.ok).toBe(false);
    expect(input.ok ? '' : input.error).toContain(name);
  });
});
