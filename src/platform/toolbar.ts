/** Shows a {@link BadgeView} on the toolbar button of one tab. */
import { browser } from 'wxt/browser';
import { badge, type BadgeState } from '../core/badge.ts';
import type { Message } from '../core/view.ts';

/** Puts a message into words. */
export type Say = (message: Message) => string;

/** Sets badge text, colours and title of a tab. A tab that is gone is not an error. */
export async function showBadge(tabId: number, state: BadgeState, say: Say): Promise<void> {
  const view = badge(state);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: view.text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: view.background }),
      browser.action.setBadgeTextColor({ tabId, color: view.foreground }),
      browser.action.setTitle({ tabId, title: say(view.title) }),
    ]);
  } catch {
    // The tab was closed between the event and now.
  }
}
