/** The commands as others run them: exit codes, and nothing but JSON on standard output. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import { driveSchema } from '../../src/cli/schema.ts';
import { reportSchema } from '../../src/core/report-schema.ts';
import { BROWSERS } from '../support/browser.ts';
import { germanPolicy } from '../support/texts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function command(name: string, args: readonly string[], input = ''): Promise<Outcome> {
  const child = spawn(process.execPath, [join('src', 'cli', `${name}.ts`), ...args], { cwd: ROOT });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.once('error', failed).once('close', (code) => done({ code, stdout, stderr }));
  });
}

function lines(text: string): unknown[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clausemark-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('analyze', () => {
  const policy = join('test', 'demo-site', 'privacy.html');
  const article = join('test', 'demo-site', 'article.html');

  it('prints one valid report', async () => {
    const { code, stdout } = await command('analyze', [
      '--json',
      '--url',
      'https://a.example/p',
      policy,
    ]);
    const reports = lines(stdout).map((line) => reportSchema.parse(line));
    expect(code).toBe(0);
    expect(reports).toHaveLength(1);
    const [report] = reports;
    expect(report).toMatchObject({
      file: policy,
      document: { url: 'https://a.example/p', kind: 'privacy', effectiveDate: '2026-03-14' },
      badge: { state: 'analysed' },
      summary: { SHR: { state: 'does' } },
    });
    for (const { start, end, text } of report!.clauses) {
      expect(report!.document.text.slice(start, end)).toBe(text);
    }
  });

  it('prints a readable report', async () => {
    const { code, stdout } = await command('analyze', [policy]);
    expect(code).toBe(0);
    expect(stdout).toContain('Shares data: Says it does');
    expect(stdout).not.toMatch(/headline_|state_|topic_|stops_/);
  });

  it('tells the page that is no policy by exit code 3, in the order of the files', async () => {
    const { code, stdout } = await command('analyze', ['--json', policy, article]);
    expect(code).toBe(3);
    const reports = lines(stdout).map((line) => reportSchema.parse(line));
    expect(reports.map(({ file }) => file)).toEqual([policy, article]);
    expect(reports.map(({ badge }) => badge.state)).toEqual(['analysed', 'not-policy']);
  });

  it('tells the language that is not classified by exit code 4', async () => {
    const { code, stdout } = await command('analyze', ['--json', '-'], germanPolicy());
    expect(code).toBe(4);
    const [report] = lines(stdout).map((line) => reportSchema.parse(line));
    expect(report).toMatchObject({ file: '-', document: { language: 'de' }, findings: [] });
  });

  it('reads Markdown and text', async () => {
    const text = 'We share your e-mail address with advertising partners.';
    const markdown = join(folder, 'policy.md');
    const plain = join(folder, 'policy.txt');
    await writeFile(markdown, `# Privacy policy\n\n## Sharing\n\n${text}\n`);
    await writeFile(plain, `Privacy policy\n\n${text}\n`);
    const { stdout } = await command('analyze', ['--json', markdown, plain]);
    const [fromMarkdown, fromText] = lines(stdout).map((line) => reportSchema.parse(line));
    const clause = fromMarkdown!.clauses.find((one) => one.text === text);
    expect(clause?.heading).toContain('Sharing');
    expect(fromText!.clauses.map((one) => one.text)).toContain(text);
  });

  it('reads our own privacy policy as it is meant', async () => {
    const { code, stdout } = await command('analyze', ['--json', 'PRIVACY.md']);
    expect(code).toBe(0);
    const [report] = lines(stdout).map((line) => reportSchema.parse(line));
    expect(report).toMatchObject({
      document: { kind: 'privacy' },
      summary: {
        TRK: { state: 'denies' },
        COL: { state: 'denies' },
        SAL: { state: 'denies' },
        SHR: { state: 'denies' },
        ADS: { state: 'denies' },
        LOC: { state: 'denies' },
        AIM: { state: 'denies' },
      },
    });
  });

  it('goes on after a file that cannot be read and ends with exit code 2', async () => {
    const { code, stdout, stderr } = await command('analyze', ['--json', 'missing.html', policy]);
    expect(code).toBe(2);
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).toContain('missing.html');
  });

  it('says how it is used when it is used wrongly', async () => {
    const { code, stdout, stderr } = await command('analyze', []);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage');
  });
});

describe.each(BROWSERS)('drive in %s', (browser) => {
  it('visits a page with the built extension and reports what it did', async () => {
    const site = await serveDemoSite();
    const screenshot = join(folder, `${browser}.png`);
    const url = `${site.origin}/privacy`;
    const args = ['--json', '--url', url, '--browser', browser, '--screenshot', screenshot];
    const { code, stdout } = await command('drive', args);
    await site.close();
    expect(code).toBe(0);
    const [report] = lines(stdout).map((line) => driveSchema.parse(line));
    expect(report).toMatchObject({
      document: { url, kind: 'privacy' },
      badge: { state: 'analysed' },
      consoleErrors: [],
      requests: [],
      pageChanged: false,
    });
    expect(report!.ranges).toEqual({
      checked: report!.clauses.length,
      equal: report!.clauses.length,
    });
    expect(report!.highlights['SHR']).toBe(
      report!.findings.filter(({ topic }) => topic === 'SHR').length,
    );
    expect((await stat(screenshot)).size).toBeGreaterThan(10_000);
  });
});

describe('drive', () => {
  it('says what is wrong when a page cannot be visited', async () => {
    const { code, stdout, stderr } = await command('drive', [
      '--json',
      '--url',
      'http://127.0.0.1:9/',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});
