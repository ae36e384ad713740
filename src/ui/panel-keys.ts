/** Keys of the panel. They act only while focus is inside it, so the page's own keys stay its own. */

/** What a key press asks for. */
export type PanelCommand = 'next' | 'previous' | 'first' | 'last' | 'search' | 'help' | 'close';

const COMMANDS: Readonly<Record<string, PanelCommand>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  '/': 'search',
  '?': 'help',
  Escape: 'close',
};

/**
 * The command of a key press, or `null`. While a control has the keys (`typing`) only Escape counts, and not even
 * that while an input method composes. Keys with a modifier belong to the browser.
 */
export function commandOf(event: KeyboardEvent, typing: boolean): PanelCommand | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const command = COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
  return typing && command !== 'close' ? null : command;
}

/** Whether a control uses letters and arrows itself, as a text box, a slider and a list of choices do. */
export function ownsKeys(target: EventTarget | null): boolean {
  return ['input', 'textarea', 'select'].includes((target as Partial<Element>)?.localName ?? '');
}

/** Index that a stepping command leads to among `count` findings; `current` is -1 when none is current. */
export function stepTo(command: PanelCommand, current: number, count: number): number {
  if (command === 'first') return 0;
  if (command === 'last') return count - 1;
  if (command === 'next') return Math.min(current + 1, count - 1);
  return current === -1 ? count - 1 : Math.max(current - 1, 0);
}
