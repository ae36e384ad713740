/** Gets both browsers onto the machine before the tests that need them, or ends the run saying how. */
import { requireBrowser } from '../../src/cli/browser/install.ts';

/** Called by the test runner. */
export default async function setup(): Promise<void> {
  await requireBrowser('chrome', { extensions: true });
  await requireBrowser('firefox', { extensions: true });
}
