/** What kind of document a page is. `core/detect` decides it, everything after it depends on it. */

/** Kinds of page we tell apart. */
export type DocumentKind = 'privacy' | 'cookie' | 'other';

/** Decision about a page with its calibrated confidence and the reasons in order of weight. */
export interface Detection {
  readonly kind: DocumentKind;
  /** Probability that `kind` is right, 0…1. */
  readonly confidence: number;
  /** Short human-readable English reasons, strongest first; never empty. */
  readonly reasons: readonly string[];
}

/** A link to what looks like this site's privacy or cookie policy, best first. */
export interface PolicyLink {
  readonly label: string;
  readonly href: string;
  readonly kind: 'privacy' | 'cookie';
}
