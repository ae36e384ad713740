/** The panel's style sheet: rules for its parts, and the look of topic groups as custom properties. */
import { GROUP_STYLES } from '../core/group-style.ts';
import { TOPIC_GROUPS } from '../core/topics.ts';
import along from './style/along.css?inline';
import base from './style/base.css?inline';
import evidence from './style/evidence.css?inline';
import findings from './style/findings.css?inline';
import honesty from './style/honesty.css?inline';
import header from './style/header.css?inline';
import label from './style/label.css?inline';
import menu from './style/menu.css?inline';
import shell from './style/shell.css?inline';
import strictness from './style/strictness.css?inline';

/** Group colours and underlines, from the same table as the highlights in the page. */
export function groupRules(): string {
  return TOPIC_GROUPS.map((group) => {
    const { rgb, line, thickness } = GROUP_STYLES[group];
    return `[data-group=${group}]{--group:rgb(${rgb.join(' ')});--line:${line};--thickness:${thickness}px}`;
  }).join('\n');
}

/**
 * One constructable sheet, which a page's Content-Security-Policy does not govern. `window` is that
 * of the document the panel goes into: a sheet can only be adopted where it was constructed.
 */
export function panelStyle(window: Window): CSSStyleSheet {
  const { CSSStyleSheet: Sheet } = window as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(
    [
      shell,
      base,
      header,
      label,
      menu,
      findings,
      evidence,
      strictness,
      honesty,
      along,
      groupRules(),
    ].join('\n'),
  );
  return sheet;
}
