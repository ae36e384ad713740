/** Closes the shared browsers when the one worker that runs all browser tests ends. */
import type { Environment } from 'vitest/runtime';
import { sharedBrowsers } from './browser.ts';

const environment: Environment = {
  name: 'shared-browsers',
  viteEnvironment: 'ssr',
  setup() {
    return {
      async teardown() {
        const browsers = sharedBrowsers();
        const closing = [...browsers.values()].map(async (browser) => (await browser).close());
        browsers.clear();
        await Promise.allSettled(closing);
      },
    };
  },
};

export default environment;
