/** Where and how the panel stands: what a reader can change about it, within limits. */

/** Placement of the panel. On narrow windows `left` is the top edge and `right` the bottom edge. */
export interface PanelSettings {
  readonly side: 'left' | 'right';
  /** Width of the docked panel, CSS px. */
  readonly width: number;
  /** True when only the slim tab is shown. */
  readonly collapsed: boolean;
  /** True when the map of the page's findings is shown. */
  readonly minimap: boolean;
}

/** Narrowest docked panel, CSS px: the narrowest width that WCAG 2.2 (1.4.10) asks content to fit. */
export const MIN_WIDTH = 320;

/** Widest docked panel, CSS px: lines of quotes stay below about 80 characters. */
export const MAX_WIDTH = 640;

/** Window width below which the panel is a sheet at the bottom or top, CSS px; also in `panel.css`. */
export const SHEET_BELOW = 480;

/** `width` brought within the limits, in whole px. */
export function allowedWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}
