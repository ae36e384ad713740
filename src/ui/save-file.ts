/** Saves a file from one of our own pages, as the browser saves any download; no permission is needed. */

/** How long the browser may take to fetch what is saved, ms. */
const FETCHED = 60_000;

/** Offers `text` as a file of that name. */
export function saveFile(document: Document, name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}
