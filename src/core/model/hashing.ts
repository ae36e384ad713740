/** Integer hashes of words and word pairs, the same as `training/clausemark/hashing.py` (32-bit, unsigned). */

/** The finaliser of MurmurHash3 (Appleby, public domain): spreads a 32-bit value over all bits. */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a over the UTF-16 units `start` to `end` of a text, one step for each unit. */
export function hashUnits(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Hash of two word hashes in order. */
export function hashPair(left: number, right: number): number {
  return (Math.imul(left, 0x9e3779b1) + right) >>> 0;
}
