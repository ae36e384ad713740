/** Tells the background something without waiting for an answer: small enough for the detector. */
import { browser } from 'wxt/browser';
import type { BadgeState } from '../core/badge.ts';

/** False in a script whose extension was updated, disabled or removed under it. */
export function stillInstalled(): boolean {
  try {
    return typeof browser.runtime?.id === 'string';
  } catch {
    return false;
  }
}

/** Asks for a badge on the toolbar button of this tab. Silent when nobody listens any more. */
export function tellBadge(badge: BadgeState): void {
  if (!stillInstalled()) return;
  browser.runtime.sendMessage({ name: 'badge', request: { badge } }).catch(() => undefined);
}
