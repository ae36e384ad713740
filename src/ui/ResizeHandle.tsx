/** The panel's inner edge: dragged, or moved with the arrow keys, to change its width. */
import { allowedWidth, MAX_WIDTH, MIN_WIDTH, type PanelSettings } from './settings.ts';
import { useWording } from './wording.ts';

/** Step of one arrow key press, CSS px. */
const STEP = 20;

/** A separator as WAI-ARIA's window splitter pattern describes it. */
export function ResizeHandle({
  side,
  width,
  onWidth,
}: {
  side: PanelSettings['side'];
  width: number;
  /** `settled` is false while a drag goes on: worth showing, not yet worth keeping. */
  onWidth: (width: number, settled: boolean) => void;
}) {
  const { text } = useWording();
  const grow = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
  const shrink = side === 'right' ? 'ArrowRight' : 'ArrowLeft';
  return (
    <div
      class="resize"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={text('resize')}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      aria-valuenow={width}
      onKeyDown={(event) => {
        if (event.key !== grow && event.key !== shrink) return;
        event.preventDefault();
        event.stopPropagation();
        onWidth(allowedWidth(width + (event.key === grow ? STEP : -STEP)), true);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const view = event.currentTarget.ownerDocument.documentElement.clientWidth;
        onWidth(allowedWidth(side === 'right' ? view - event.clientX : event.clientX), false);
      }}
      onLostPointerCapture={() => onWidth(width, true)}
    />
  );
}
