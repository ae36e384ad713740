/** Documents of unusual kinds and modes. */
import { PARAGRAPHS, policyPage } from './hostile-page.ts';
import type { HostilePage } from './hostile-page.ts';

const script = (code: string): string => `<script>${code}</script>`;
const KEPT = 'We do not sell your personal information to anyone.';

/** Style sheets that aim at the panel and at everything around it. */
const STYLES = `<style>
  html { zoom: 3; transform: rotate(3deg) scale(0.5); filter: blur(2px); overflow: clip; perspective: 10px; contain: strict; }
  clausemark-panel { display: none !important; zoom: 0.1 !important; clip-path: inset(50%) !important; }
  * { transform: translateX(300px) !important; content-visibility: auto; animation: spin 1s infinite !important; }
  @keyframes spin { to { opacity: 0; } }
</style>`;

/** The pages. */
export const DOCUMENTS: readonly HostilePage[] = [
  {
    name: 'styles that zoom, move and hide everything',
    body: policyPage({ head: STYLES }),
    state: 'ready',
    shows: [KEPT],
    both: true,
  },
  {
    name: 'a page that its visitor may edit',
    body: policyPage({ after: script(`document.designMode = 'on'`) }),
    state: 'ready',
    shows: [KEPT],
    both: true,
  },
  {
    name: 'a page that demands trusted types and forbids everything',
    body: policyPage(),
    headers: {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox",
    },
    state: 'ready',
    shows: [KEPT],
    both: true,
  },
  {
    name: 'a policy beside frames that scripts cannot enter',
    body: policyPage({
      after: `<iframe sandbox srcdoc="${PARAGRAPHS.replaceAll('"', '&quot;')}"></iframe><iframe srcdoc="<form><input name=body><input name=childNodes></form>"></iframe><iframe src="about:blank"></iframe><object data="about:blank"></object>`,
    }),
    state: 'ready',
    shows: [KEPT],
  },
  {
    name: 'a policy in a frame of a frameset',
    body: `<!doctype html><html lang="en"><head><title>Privacy Policy</title></head><frameset cols="30%,70%"><frame src="about:blank"><frame src="/plain"></frameset></html>`,
    state: 'ready',
    shows: [KEPT],
    both: true,
  },
  {
    name: 'a page that writes itself anew while it is read',
    body: policyPage({
      after: script(`new MutationObserver((_, observer) => {
        observer.disconnect();
        setTimeout(() => {
          document.open();
          document.write(${JSON.stringify(policyPage({ html: 'data-anew' }).replaceAll('</', '<\\/'))}.replaceAll('<\\\\/', '</'));
          document.close();
        }, 30);
      }).observe(document.documentElement, { childList: true });`),
    }),
    state: 'ready',
    shows: [KEPT],
    both: true,
    restless: true,
    after: 'html[data-anew]',
  },
  {
    name: 'an XML document in the namespace of HTML',
    body: policyPage({ html: 'xmlns="http://www.w3.org/1999/xhtml"' })
      .replace('<meta charset="utf-8">', '')
      .replace('<!doctype html>', '<?xml version="1.0"?>'),
    type: 'application/xhtml+xml',
    state: 'ready',
    shows: [KEPT],
    both: true,
  },
  {
    name: 'a drawing that is the whole document',
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><title>Privacy Policy</title><text y="20">We collect personal data and cookies.</text><foreignObject width="300" height="100"><p xmlns="http://www.w3.org/1999/xhtml">We collect personal data.</p></foreignObject></svg>`,
    // Firefox draws nothing of another language at the root of a drawing: no panel can be seen there.
    type: 'image/svg+xml',
    state: 'empty',
  },
  {
    name: 'data that is written in XML',
    body: '<?xml version="1.0"?><policy><title>Privacy Policy</title><p>We collect personal data and cookies.</p><p>We do not sell your personal data.</p></policy>',
    type: 'application/xml',
    state: 'not-policy',
  },
];
