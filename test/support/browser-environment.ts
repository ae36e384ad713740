/** Closes the browsers that tests have started when the worker that ran them ends. */
import type { Environment } from 'vitest/runtime';
import { ownBrowsers, sharedBrowsers } from './browser.ts';

const environment: Environment = {
  name: 'shared-browsers',
  viteEnvironment: 'ssr',
  setup() {
    return {
      async teardown() {
        const browsers = sharedBrowsers();
        const started = [...browsers.values(), ...ownBrowsers()];
        const closing = started.map(async (browser) => (await browser).close());
        browsers.clear();
        ownBrowsers().clear();
        await Promise.allSettled(closing);
      },
    };
  },
};

export default environment;
