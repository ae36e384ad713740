/** What the npm registry knows of weaknesses in the packages of the lock file. */
import { spawnSync } from 'node:child_process';
import * as z from 'zod/mini';

const Report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
      nodes: z.array(z.string()),
    }),
  ),
});

const Refusal = z.object({
  message: z.optional(z.string()),
  error: z.optional(z.looseObject({ summary: z.optional(z.string()) })),
});

/** What an audit came to. */
export type Audit =
  | { readonly available: false; readonly why: string }
  | {
      readonly available: true;
      /** Weaknesses of severity high or critical in what ships: no release with these. */
      readonly faults: readonly string[];
      /** All others, to be looked at. */
      readonly notes: readonly string[];
    };

/** Asks the registry about everything in the lock file in `root`. `shipped`: names of bundled packages. */
export function audit(root: string, shipped: readonly string[]): Audit {
  const { stdout, error } = spawnSync('npm', ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return readAudit(error ? error.message : stdout, shipped);
}

/** Understands what `npm audit --json` printed. */
export function readAudit(printed: string, shipped: readonly string[]): Audit {
  let answer: unknown;
  try {
    answer = JSON.parse(printed);
  } catch {
    return { available: false, why: printed.trim().slice(0, 200) || 'npm printed nothing' };
  }
  const report = Report.safeParse(answer);
  if (!report.success) {
    const { data } = Refusal.safeParse(answer);
    return { available: false, why: data?.message ?? data?.error?.summary ?? 'no report' };
  }
  const faults: string[] = [];
  const notes: string[] = [];
  for (const [name, { severity, nodes }] of Object.entries(report.data.vulnerabilities)) {
    const grave = severity === 'high' || severity === 'critical';
    const ships = shipped.includes(name) && nodes.includes(`node_modules/${name}`);
    (grave && ships ? faults : notes).push(`${name}: ${severity}`);
  }
  return { available: true, faults, notes };
}
