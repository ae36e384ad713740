/**
 * Copies text without the page noticing. The clipboard interface exists on secure pages only, and may be
 * refused; the older way makes an event that every listener of its document hears and may change. So it
 * is done in the document of an empty frame of our own, which is inside the closed root: no script of the
 * page can reach it, and its events end there. All that a page can tell is that the focus was elsewhere for
 * a moment.
 */

/**
 * Puts `text` on the clipboard; must be called within a click or key press. `frame` must have been in the
 * page before that: only then does the browser count the press for it. Answers whether it worked.
 */
export async function copyText(text: string, frame: HTMLIFrameElement): Promise<boolean> {
  // Undefined on plain-http pages, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return copyIn(frame, text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyIn(frame, text);
  }
}

function copyIn(frame: HTMLIFrameElement, text: string): boolean {
  const { contentDocument: document } = frame;
  if (document === null) return false;
  const focused = (frame.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  // Chromium copies only from where the focus is, and only what is selected.
  frame.contentWindow?.focus();
  document.body.textContent = ' . ';
  document.getSelection()?.selectAllChildren(document.body);
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    copied = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill);
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  focused?.focus({ preventScroll: true });
  return done && copied;
}
