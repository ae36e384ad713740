/** What Vite makes of a pattern when it bundles or runs a test. */
interface ImportMeta {
  glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>;
}
