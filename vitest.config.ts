import { defineConfig } from 'vitest/config';

/**
 * Three kinds of test. `unit`: pure code in Node. `browser`: page and interface code in a real
 * browser that all files share. `e2e`: the built production extension. The kinds run one after the
 * other, and so do files that start browsers: two cores suffice.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['test/*.test.ts', 'test/{core,platform,cli}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          globalSetup: ['test/support/require-browsers.ts'],
          include: ['test/{page,ui,support}/**/*.test.ts'],
          fileParallelism: false,
          isolate: false,
          environment: './test/support/browser-environment.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: './test/support/browser-environment.ts',
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/require-browsers.ts', 'test/support/build-extensions.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
