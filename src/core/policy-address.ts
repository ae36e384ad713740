/**
 * Addresses that look like a policy. Only a hint: it changes the toolbar icon in Chromium, through
 * declarativeContent, which sees nothing but the address. `core/detect` decides about the page.
 */

/** Path words of privacy and cookie policies in the languages we detect; RE2 syntax, lower case. */
export const POLICY_ADDRESS_PATTERN = [
  'privacy',
  'cookie[s]?[-_]?(policy|notice|statement)',
  'datenschutz',
  'confidentialite',
  'vie-privee',
  'donnees-personnelles',
  'privacidad',
  'privacidade',
  'riservatezza',
  'prywatnosc',
].join('|');

/** The whole-address form of {@link POLICY_ADDRESS_PATTERN}: the word stands in path or query. */
export const POLICY_URL_REGEX = `^https?://[^/]+/.*(${POLICY_ADDRESS_PATTERN})`;
