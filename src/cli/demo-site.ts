/** Serves the sample site of `test/demo-site`, which the demo shows and the tests check. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './static-server.ts';
import type { Answer, StaticServer } from './static-server.ts';

const FOLDER = fileURLToPath(new URL('../../test/demo-site', import.meta.url));

/** As strict as a Content-Security-Policy can be while the page still has its looks. */
const STRICT_CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

async function variant(path: string): Promise<Answer | null> {
  const html = () => readFile(join(FOLDER, 'privacy.html'), 'utf8');
  switch (path) {
    case '/strict/privacy':
      return {
        // What the policy would block is left out, so that every complaint is about us.
        body: (await html()).replace('<script src="/banner.js"></script>', ''),
        headers: { 'content-security-policy': STRICT_CSP },
      };
    case '/hostile/privacy': {
      const link = '<link rel="stylesheet" href="/hostile.css" /></head>';
      return { body: (await html()).replace('</head>', link) };
    }
    case '/spa/legal':
      return { body: await readFile(join(FOLDER, 'spa.html'), 'utf8') };
    case '/favicon.ico':
      return { body: '', status: 204 };
    default:
      return null;
  }
}

/**
 * Starts the site: `/`, `/privacy`, `/terms`, `/article`; `/spa` and `/spa/legal`, a single-page
 * application that renders the policy late; `/strict/privacy` under a strict
 * Content-Security-Policy; `/hostile/privacy` with style sheets that attack everything.
 */
export async function serveDemoSite(port = 0): Promise<StaticServer> {
  return serve({ folder: FOLDER, route: (url) => variant(url.pathname), port });
}
