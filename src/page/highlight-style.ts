/** Rules that draw the highlights, and the names under which a page's registry holds them. */
import { GROUP_STYLES } from '../core/group-style.ts';
import { TOPICS, type TopicCode } from '../core/topics.ts';

/** Name of the highlight of a topic. The registry is shared with the page, hence the prefix. */
export function highlightName(topic: TopicCode): string {
  return `clausemark-${topic}`;
}

/** Name of the highlight of the active clause. */
export const ACTIVE_NAME = 'clausemark-active';

/** Name of the highlight of what is pointed at in the panel. */
export const PREVIEW_NAME = 'clausemark-preview';

/** Name of the highlight of everything that was read: the audit. */
export const READ_NAME = 'clausemark-read';

/** Highlights that are of no topic: painting findings anew leaves them alone. */
export const OWN_NAMES: ReadonlySet<string> = new Set([ACTIVE_NAME, PREVIEW_NAME, READ_NAME]);

/**
 * Priorities: where clauses have several topics, the topic that is shown first is painted last, on
 * top; the active clause is above them all, what is pointed at just below it, the audit at the bottom.
 */
export function priorityOf(name: string): number {
  if (name === READ_NAME) return 0;
  const index = TOPICS.findIndex(({ code }) => highlightName(code) === name);
  if (index !== -1) return TOPICS.length - index;
  return TOPICS.length + (name === ACTIVE_NAME ? 2 : 1);
}

/** Groups of the headline badges; only these are tinted, so that a page stays readable. */
const TINTED: ReadonlySet<string> = new Set(['tracking', 'sharing', 'choices']);

/** Opacity of a tint: text keeps at least 12:1 on a white and on a black page under three tints at once. */
const TINT = 0.14;

/**
 * The style sheet. The tints and underlines suit light and dark pages alike, whatever the reader's
 * system prefers, because a page need not follow the system. The active clause sets both of its
 * colours. With forced colours only system colours are used.
 */
export function highlightRules(): string {
  const rules = TOPICS.map(({ code, group }) => {
    const { rgb, line, thickness } = GROUP_STYLES[group];
    const tint = TINTED.has(group) ? `background-color:rgb(${rgb.join(' ')}/${TINT});` : '';
    return `::highlight(${highlightName(code)}){${tint}text-decoration:underline ${line} ${thickness}px rgb(${rgb.join(' ')})}`;
  });
  const names = TOPICS.map(({ code }) => `::highlight(${highlightName(code)})`).join(',');
  return [
    ...rules,
    // Not of a topic's colour, and seen on light and dark pages alike.
    `::highlight(${READ_NAME}){background-color:rgb(120 140 160/.18)}`,
    // The active clause's yellow, so thin that text keeps its own colour.
    `::highlight(${PREVIEW_NAME}){background-color:rgb(255 223 93/.32)}`,
    `::highlight(${ACTIVE_NAME}){background-color:#ffdf5d;color:#16181c}`,
    `@media (forced-colors:active){::highlight(${READ_NAME}){background-color:Canvas;color:LinkText}${names}{background-color:Canvas;color:CanvasText;text-decoration-color:CanvasText}`,
    `::highlight(${PREVIEW_NAME}){background-color:Canvas;color:CanvasText;text-decoration:underline double 3px Highlight}`,
    `::highlight(${ACTIVE_NAME}){background-color:Highlight;color:HighlightText}}`,
    `@media print{${names},::highlight(${READ_NAME}),::highlight(${PREVIEW_NAME}),::highlight(${ACTIVE_NAME}){background-color:transparent;color:inherit;text-decoration:none}}`,
  ].join('\n');
}
