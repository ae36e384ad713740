/**
 * Bills of materials in CycloneDX, made by npm from the lock file: one of what is in the packages, one
 * of everything that builds and tests them. The same lock file gives the same bytes.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

const Component = z.looseObject({
  'bom-ref': z.string().check(z.minLength(1)),
  type: z.enum(['library', 'application', 'machine-learning-model']),
  name: z.string().check(z.minLength(1)),
  version: z.string(),
  purl: z.optional(z.string().check(z.startsWith('pkg:npm/'))),
  scope: z.optional(z.enum(['required', 'optional', 'excluded'])),
  hashes: z.optional(z.array(z.object({ alg: z.string(), content: z.string() }))),
  licenses: z.optional(z.array(z.looseObject({}))),
});

/** A bill of materials, as far as we look into it; the rest of CycloneDX 1.5 passes through. */
export const billSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  version: z.int(),
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** See {@link billSchema}. */
export type Bill = z.infer<typeof billSchema>;

/** A file that ships and is no npm package. */
export interface OwnModel {
  readonly name: string;
  readonly version: string;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/**
 * The bill of everything in the lock file in `root`. Throws what npm says when it cannot make it.
 * Peer dependencies are not resolved anew: one optional peer of a test tool is older than asked for.
 */
export async function buildBill(root: string): Promise<Bill> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--legacy-peer-deps'];
  const { stdout } = await promisify(execFile)('npm', args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  return withoutCircumstances(JSON.parse(stdout));
}

/** A bill as npm made it, without what says when, where and by which npm it was made. */
export function withoutCircumstances(made: unknown): Bill {
  const { serialNumber: _number, ...bill } = billSchema.parse(made);
  const { timestamp: _time, tools: _tools, ...metadata } = bill.metadata;
  // npm names the project after its folder.
  const [name = ''] = metadata.component['bom-ref'].split('@');
  return {
    ...bill,
    metadata: { ...metadata, component: { ...metadata.component, name, type: 'application' } },
    components: bill.components.toSorted(byRef),
    dependencies: bill.dependencies.toSorted((one, other) => (one.ref < other.ref ? -1 : 1)),
  };
}

function byRef(one: { 'bom-ref': string }, other: { 'bom-ref': string }): number {
  return one['bom-ref'] < other['bom-ref'] ? -1 : 1;
}

/**
 * The part of a bill that ships: the packages in `bundled` (as `name@version`) and the model. Throws
 * when a bundled package is not in the bill.
 */
export function packageBill(bill: Bill, bundled: readonly string[], model: OwnModel): Bill {
  const components = bundled.map((ref) => {
    const found = bill.components.find((one) => one['bom-ref'] === ref);
    if (found === undefined) throw new Error(`${ref} is bundled, but not in the lock file.`);
    // That npm holds it for a tool of the build does not count here: it is in the package.
    return { ...found, scope: 'required' as const, properties: [] };
  });
  const own = {
    'bom-ref': model.name,
    type: 'machine-learning-model' as const,
    name: model.name,
    version: model.version,
    hashes: [{ alg: 'SHA-256', content: model.sha256 }],
  };
  const root = bill.metadata.component['bom-ref'];
  return {
    ...bill,
    components: [...components, own].toSorted(byRef),
    dependencies: [
      { ref: root, dependsOn: [...bundled, model.name].toSorted() },
      ...bundled.toSorted().map((ref) => ({
        ref,
        dependsOn: (bill.dependencies.find((one) => one.ref === ref)?.dependsOn ?? []).filter(
          (one) => bundled.includes(one),
        ),
      })),
      { ref: model.name, dependsOn: [] },
    ],
  };
}

/** What is wrong with a bill; empty when nothing is. */
export function billFaults(bill: Bill): string[] {
  const refs = [bill.metadata.component, ...bill.components].map((one) => one['bom-ref']);
  const known = new Set(refs);
  const faults = refs
    .filter((ref, index) => refs.indexOf(ref) !== index)
    .map((ref) => `${ref} twice`);
  for (const { ref, dependsOn } of bill.dependencies) {
    for (const one of [ref, ...dependsOn]) if (!known.has(one)) faults.push(`${one} is unknown`);
  }
  for (const { 'bom-ref': ref, hashes } of bill.components) {
    if (!hashes?.length) faults.push(`${ref} has no hash`);
  }
  return faults;
}
