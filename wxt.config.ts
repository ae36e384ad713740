import process from 'node:process';
import { defineConfig } from 'wxt';
import { licenceCollector } from './src/cli/release/third-party.ts';

/** Without a display `npm run dev` cannot open a browser; it then only builds and watches. */
const headless =
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

const licences = licenceCollector();

/** Builds both extensions. Why each setting is as it is: ARCHITECTURE.md, "Build". */
export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'assets',
  imports: false,
  manifestVersion: 3,
  webExt: { disabled: headless },
  vite: () => ({
    plugins: [licences.plugin()],
    // The oldest supported browsers: they know `light-dark()`, which need not be spelt out for older ones.
    build: { target: ['chrome127', 'firefox153'], cssTarget: ['chrome127', 'firefox153'] },
  }),
  hooks: {
    'build:publicAssets': ({ config }, files) => {
      // Live development adds tools of its own, which never ship.
      if (config.command === 'build') files.push(...licences.files());
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    action: { default_title: '__MSG_actionTitle__' },
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      ...(browser === 'firefox' ? [] : ['declarativeContent']),
    ],
    optional_host_permissions: ['*://*/*'],
    commands: {
      // Chromium 156 keeps Alt+Shift+P for itself; neither browser uses this one.
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'clausemark@clausemark.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
