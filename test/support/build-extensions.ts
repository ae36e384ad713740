/** Makes both production builds once, before the end-to-end tests that load them. */
import { buildExtension } from '../../src/cli/extension-build.ts';

/** Called by the test runner. */
export default async function setup(): Promise<void> {
  await buildExtension('chrome');
  await buildExtension('firefox');
}
