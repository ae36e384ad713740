/**
 * `npm run release:check`: makes every file of a release twice, in clean copies of the committed files,
 * and proves that they are byte for byte alike, and that the sources archive builds the Firefox package;
 * lints that package; checks permissions, sizes and the bills of materials; asks for an audit; prints
 * the SHA-256 of every file. Needs `git`, `tar`, `unzip` and `diff`. Exit code 1 when anything is not as
 * it must be.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { audit } from './audit.ts';
import { billFaults, billSchema } from './bill-of-materials.ts';
import { bundledPackages, releaseHashes } from './outputs.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Largest package, bytes: what a store visitor downloads without noticing. */
const MAX_PACKAGE = 3 * 1024 * 1024;

/** Two packages, the sources, two bills of materials. */
const FILES = 5;

/** Permissions of each build, in full. */
const PERMISSIONS = {
  'chrome-mv3': ['activeTab', 'declarativeContent', 'scripting', 'storage'],
  'firefox-mv3': ['activeTab', 'scripting', 'storage'],
} as const;

/**
 * Warnings of the Firefox linter that we accept, by code and number. `UNSAFE_VAR_ASSIGNMENT`: Preact
 * holds one assignment to `innerHTML`, for a property that our code never uses (a lint rule and a
 * test forbid it); it is in the reader and in the chunk of the extension's pages.
 */
const ACCEPTED: Readonly<Record<string, number>> = { UNSAFE_VAR_ASSIGNMENT: 2 };

const Manifest = z.object({
  permissions: z.array(z.string()),
  host_permissions: z.optional(z.array(z.string())),
  content_scripts: z.optional(z.unknown()),
  web_accessible_resources: z.optional(z.unknown()),
});

const LintReport = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.string() })),
  warnings: z.array(z.object({ code: z.string() })),
});

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** A copy of the committed files in a new folder, with this checkout's installed packages. */
async function cleanCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clausemark-release-'));
  const archive = join(folder, 'head.tar');
  run('git', ['archive', '--output', archive, 'HEAD'], ROOT);
  run('tar', ['-xf', archive, '-C', folder], folder);
  await rm(archive);
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** SHA-256 of every file that `npm run zip` makes in `folder`, by file name. */
async function made(folder: string): Promise<Map<string, string>> {
  run('npm', ['run', 'zip'], folder);
  return releaseHashes(folder);
}

/** Everything that is wrong with the files of two builds. */
async function fileFaults(first: string, second: string): Promise<string[]> {
  const [one, other] = [await made(first), await made(second)];
  const faults = one.size === FILES ? [] : [`${one.size} files instead of ${FILES}`];
  for (const [name, hash] of one) {
    process.stdout.write(`${hash}  ${name}\n`);
    if (other.get(name) !== hash) faults.push(`${name} differs between two clean builds`);
    const { size } = await stat(join(first, '.output', name));
    const packed = name.endsWith('.zip') && !name.includes('sources');
    if (packed && size > MAX_PACKAGE) faults.push(`${name} has ${size} bytes`);
  }
  return faults;
}

/** The Firefox package as a reviewer makes it from the sources archive must be the one that is uploaded. */
async function sourcesFaults(folder: string): Promise<string[]> {
  const output = join(folder, '.output');
  const sources = (await readdir(output)).find((name) => name.endsWith('-sources.zip'));
  const review = join(folder, 'review');
  run('unzip', ['-q', join(output, sources ?? 'sources.zip'), '-d', review], folder);
  await symlink(join(ROOT, 'node_modules'), join(review, 'node_modules'));
  run('npm', ['run', 'build:firefox'], review);
  const rebuilt = join(review, '.output', 'firefox-mv3');
  const difference = spawnSync('diff', ['-rq', join(output, 'firefox-mv3'), rebuilt], {
    encoding: 'utf8',
  });
  return difference.status === 0 ? [] : [`the sources build something else: ${difference.stdout}`];
}

async function billsFaults(folder: string): Promise<string[]> {
  const output = join(folder, '.output');
  const files = (await readdir(output)).filter((name) => name.endsWith('.cdx.json'));
  const faults = files.map(async (file) => {
    const text = await readFile(join(output, file), 'utf8');
    return billFaults(billSchema.parse(JSON.parse(text))).map((fault) => `${file}: ${fault}`);
  });
  return (await Promise.all(faults)).flat();
}

/** Weaknesses of what ships, as the registry knows them; says so when it does not tell. */
async function auditFaults(folder: string): Promise<readonly string[]> {
  const bundled = await bundledPackages(join(folder, '.output'));
  const names = bundled.map((one) => one.slice(0, one.lastIndexOf('@')));
  const result = audit(ROOT, names);
  if (!result.available) {
    process.stdout.write(`NOT AUDITED: the registry gave no audit (${result.why})\n`);
    return [];
  }
  process.stdout.write(`Audited: ${result.notes.length} weaknesses outside what ships\n`);
  for (const note of result.notes) process.stdout.write(`  ${note}\n`);
  return result.faults;
}

async function manifestFaults(folder: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [build, expected] of Object.entries(PERMISSIONS)) {
    const text = await readFile(join(folder, '.output', build, 'manifest.json'), 'utf8');
    const manifest = Manifest.parse(JSON.parse(text));
    if (manifest.permissions.toSorted().join() !== expected.join()) {
      faults.push(`${build} asks for ${manifest.permissions.join(', ')}`);
    }
    for (const key of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
    ] as const) {
      if (manifest[key] !== undefined) faults.push(`${build} has ${key}`);
    }
  }
  return faults;
}

function lintFaults(folder: string): string[] {
  const source = join(folder, '.output', 'firefox-mv3');
  const linter = join(ROOT, 'node_modules', '.bin', 'web-ext');
  const report = LintReport.parse(
    JSON.parse(run(linter, ['lint', '--source-dir', source, '--output', 'json'], folder)),
  );
  const counts = Map.groupBy(report.warnings, ({ code }) => code);
  const unexpected = [...counts]
    .filter(([code, warnings]) => warnings.length > (ACCEPTED[code] ?? 0))
    .map(([code, warnings]) => `the linter warns ${warnings.length} times of ${code}`);
  return [...report.errors.map(({ code, message }) => `${code}: ${message}`), ...unexpected];
}

const [first, second] = [await cleanCopy(), await cleanCopy()];
try {
  const faults = [
    ...(await fileFaults(first, second)),
    ...(await manifestFaults(first)),
    ...lintFaults(first),
    ...(await sourcesFaults(first)),
    ...(await billsFaults(first)),
    ...(await auditFaults(first)),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(faults.length === 0 ? 'Fit for release.\n' : 'Not fit for release.\n');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await Promise.all([first, second].map((folder) => rm(folder, { recursive: true })));
}
