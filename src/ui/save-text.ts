/** Saves text as a file, from one of the extension's own pages. */

/** Hands `text` to the browser as a download named `name`. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has its own hold on the text once the click is through.
  setTimeout(() => URL.revokeObjectURL(address));
}
