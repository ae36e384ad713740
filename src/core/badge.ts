/** The toolbar badge: a pure function of what is known of the tab. */
import type { Summary } from './summary.ts';
import type { TopicCode } from './topics.ts';
import type { Message } from './view.ts';

/** What is known of a tab. `count` is that of {@link practices}. */
export type BadgeState =
  | { readonly state: 'idle' }
  | { readonly state: 'detected' }
  | { readonly state: 'analysed'; readonly count: number }
  | { readonly state: 'nothing-found' }
  | { readonly state: 'not-policy' }
  | { readonly state: 'cannot-run' }
  | { readonly state: 'error' };

/** What the toolbar shows. `text` has at most two characters; colours are CSS hex. */
export interface BadgeView {
  readonly state: BadgeState['state'];
  readonly text: string;
  readonly background: string;
  readonly foreground: string;
  readonly title: Message;
}

/** Topics whose "does" the badge counts: what a reader would most want to know of. */
export const COUNTED: readonly TopicCode[] = ['TRK', 'ADS', 'LOC', 'SEN', 'AIM', 'SHR', 'SAL'];

/** Number of counted topics that the policy says it does (a contradicted one says so too), 0…7. */
export function practices(summary: Summary): number {
  const stated = (code: TopicCode) =>
    summary[code].state === 'does' || summary[code].state === 'contradicts';
  return COUNTED.filter(stated).length;
}

/** State of a finished analysis. */
export function analysedState(summary: Summary): BadgeState {
  const found = Object.values(summary).some(({ findingIds }) => findingIds.length > 0);
  return found ? { state: 'analysed', count: practices(summary) } : { state: 'nothing-found' };
}

/** White on these is at least 4.5:1 (WCAG 2.2 AA). */
const BLUE = '#1d4ed8';
const GREY = '#52525b';
const RED = '#b91c1c';

/** Appearance of a state. */
export function badge(state: BadgeState): BadgeView {
  const view = (text: string, background: string, title: Message): BadgeView => {
    return { state: state.state, text, background, foreground: '#ffffff', title };
  };
  switch (state.state) {
    case 'idle':
      return view('', GREY, { key: 'actionTitle' });
    case 'detected':
      return view('§', BLUE, { key: 'badge_detected' });
    case 'analysed':
      return view(String(state.count), BLUE, { key: 'badge_analysed', args: [state.count] });
    case 'nothing-found':
      return view('0', GREY, { key: 'badge_nothing_found' });
    case 'not-policy':
      return view('–', GREY, { key: 'badge_not_policy' });
    case 'cannot-run':
      return view('×', GREY, { key: 'badge_cannot_run' });
    case 'error':
      return view('!', RED, { key: 'badge_error' });
  }
}
