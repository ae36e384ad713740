import 'wxt/browser';

/** WXT leaves these two to declarations it generates per build; ours hold without a build. */
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
  interface WxtI18n {
    getMessage(key: string, substitutions?: string | string[]): string;
  }
}
