/** The strip on top of the panel: our name and the three controls of the panel itself. */
import type { ComponentChildren, Ref } from 'preact';
import { BrandMark, ControlIcon } from './icons.tsx';
import { useWording } from './wording.ts';

/** Name and controls, with `children` before them. `headingRef` is what opening from the toolbar may focus. */
export function PanelBar({
  headingRef,
  collapseRef,
  minimap,
  onMinimap,
  onSwap,
  onCollapse,
  onClose,
  children,
}: {
  headingRef: Ref<HTMLHeadingElement>;
  collapseRef: Ref<HTMLButtonElement>;
  /** Whether the map is shown. */
  minimap: boolean;
  onMinimap: () => void;
  onSwap: () => void;
  onCollapse: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const { text } = useWording();
  return (
    <div class="bar">
      <BrandMark />
      <h1 class="brand" ref={headingRef} tabIndex={-1}>
        {text('extensionName')}
      </h1>
      {children}
      <button
        type="button"
        class="tool"
        data-tool="map"
        title={text('minimap_toggle')}
        aria-pressed={minimap}
        onClick={() => onMinimap()}
      >
        <ControlIcon name="map" />
        <span class="sr-only">{text('minimap_toggle')}</span>
      </button>
      <button
        type="button"
        class="tool"
        data-tool="swap"
        title={text('swap_side')}
        onClick={() => onSwap()}
      >
        <ControlIcon name="swap" />
        <span class="sr-only">{text('swap_side')}</span>
      </button>
      <button
        type="button"
        class="tool"
        data-tool="collapse"
        ref={collapseRef}
        title={text('collapse')}
        aria-expanded="true"
        onClick={() => onCollapse()}
      >
        <ControlIcon name="collapse" />
        <span class="sr-only">{text('collapse')}</span>
      </button>
      <button
        type="button"
        class="tool"
        data-tool="close"
        title={text('close')}
        onClick={() => onClose()}
      >
        <ControlIcon name="close" />
        <span class="sr-only">{text('close')}</span>
      </button>
    </div>
  );
}

/** What is left of a collapsed panel: one button that brings it back. */
export function CollapsedTab({
  buttonRef,
  findings,
  onExpand,
}: {
  buttonRef: Ref<HTMLButtonElement>;
  findings: number;
  onExpand: () => void;
}) {
  const { text, number } = useWording();
  return (
    <button
      type="button"
      class="tab"
      ref={buttonRef}
      title={text('expand')}
      aria-expanded="false"
      onClick={() => onExpand()}
    >
      <BrandMark size={20} />
      <span class="sr-only">{text('expand')}</span>
      {findings > 0 && (
        <span class="tab-count">
          <span aria-hidden="true">{number(findings)}</span>
          <span class="sr-only">{text('count_sentences', [findings])}</span>
        </span>
      )}
    </button>
  );
}
