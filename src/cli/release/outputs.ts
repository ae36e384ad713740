/** The files of a release: two packages, the sources, two bills of materials. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { versionOf } from '../version.ts';
import { buildBill, packageBill } from './bill-of-materials.ts';
import { packagesIn, THIRD_PARTY_FILE } from './third-party.ts';

/** Path of the model in a package, which is its name in the bill of materials, too. */
const MODEL = 'model/clauses.bin';

/** SHA-256 of a file, hex. */
export async function sha256Of(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** Names of the packages in the two builds in `output`, as `name@version`, in order. */
export async function bundledPackages(output: string): Promise<string[]> {
  const names = new Set<string>();
  for (const build of ['chrome-mv3', 'firefox-mv3']) {
    const text = await readFile(join(output, build, THIRD_PARTY_FILE), 'utf8');
    for (const one of packagesIn(text)) names.add(one);
  }
  return [...names].toSorted();
}

/** Writes the bills of materials of the builds in `root`'s `.output` beside the archives. */
export async function writeBills(root: string): Promise<void> {
  const output = join(root, '.output');
  const version = await versionOf();
  const build = await buildBill(root);
  const model = {
    name: MODEL,
    version,
    sha256: await sha256Of(join(output, 'chrome-mv3', MODEL)),
  };
  const shipped = packageBill(build, await bundledPackages(output), model);
  for (const [name, bill] of [
    ['package', shipped],
    ['build', build],
  ] as const) {
    const file = join(output, `clausemark-${version}-${name}.cdx.json`);
    await writeFile(file, `${JSON.stringify(bill, null, 2)}\n`);
  }
}

/** SHA-256 of every file of a release in `root`'s `.output`, by file name, in order. */
export async function releaseHashes(root: string): Promise<Map<string, string>> {
  const output = join(root, '.output');
  const start = `clausemark-${await versionOf()}-`;
  const names = (await readdir(output)).filter((name) => {
    return name.startsWith(start) && /\.(?:zip|cdx\.json)$/.test(name);
  });
  const hashes = new Map<string, string>();
  for (const name of names.toSorted()) hashes.set(name, await sha256Of(join(output, name)));
  return hashes;
}
