/**
 * `npm run release:check`: builds both packages and the sources archive twice, in clean copies of the
 * committed files, and proves that they are byte for byte alike; lints the Firefox package; checks
 * permissions and sizes; prints the SHA-256 of every archive. Exit code 1 when anything is not as it
 * must be.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Largest package, bytes: what a store visitor downloads without noticing. */
const MAX_PACKAGE = 3 * 1024 * 1024;

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

/** SHA-256 of every archive that `npm run zip` makes in `folder`, by file name. */
async function archives(folder: string): Promise<Map<string, string>> {
  run('npm', ['run', 'zip'], folder);
  const output = join(folder, '.output');
  const names = (await readdir(output)).filter((name) => name.endsWith('.zip')).toSorted();
  const hashes = new Map<string, string>();
  for (const name of names) {
    const bytes = await readFile(join(output, name));
    hashes.set(name, createHash('sha256').update(bytes).digest('hex'));
  }
  return hashes;
}

/** Everything that is wrong with the archives of two builds. */
async function archiveFaults(first: string, second: string): Promise<string[]> {
  const [one, other] = [await archives(first), await archives(second)];
  const faults = one.size === 3 ? [] : [`${one.size} archives instead of 3`];
  for (const [name, hash] of one) {
    process.stdout.write(`${hash}  ${name}\n`);
    if (other.get(name) !== hash) faults.push(`${name} differs between two clean builds`);
    const { size } = await stat(join(first, '.output', name));
    if (!name.includes('sources') && size > MAX_PACKAGE) faults.push(`${name} has ${size} bytes`);
  }
  return faults;
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
    ...(await archiveFaults(first, second)),
    ...(await manifestFaults(first)),
    ...lintFaults(first),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(faults.length === 0 ? 'Fit for release.\n' : 'Not fit for release.\n');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await Promise.all([first, second].map((folder) => rm(folder, { recursive: true })));
}
