/**
 * Last step of `npm run zip`: writes the bills of materials beside the archives and prints the SHA-256
 * of every file of the release.
 */
import process from 'node:process';
import { releaseHashes, writeBills } from './outputs.ts';

const root = process.cwd();
await writeBills(root);
for (const [name, hash] of await releaseHashes(root)) process.stdout.write(`${hash}  ${name}\n`);
