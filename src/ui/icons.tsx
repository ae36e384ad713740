/** Icons drawn for Clausemark. All are decoration: the words beside them carry the meaning. */
import type { ComponentChildren } from 'preact';
import type { ActionType } from '../core/actions/action.ts';
import type { TopicState } from '../core/view.ts';

function Icon({ children, size = 16 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** States as shapes: a full, a slashed and a half full circle, a diamond, a dashed ring. */
const STATE_SHAPES: Readonly<Record<TopicState, ComponentChildren>> = {
  does: <circle cx="8" cy="8" r="6.25" fill="currentColor" />,
  denies: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="m3.8 12.2 8.4-8.4" />
    </>
  ),
  limits: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
    </>
  ),
  contradicts: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" />
      <path d="M8 4.9v3.6M8 11v.01" class="on-fill" />
    </>
  ),
  'not-found': <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.1 2.8" />,
};

/** The shape of a topic's state. */
export function StateIcon({ state, size = 16 }: { state: TopicState; size?: number }) {
  return <Icon size={size}>{STATE_SHAPES[state]}</Icon>;
}

const ACTION_SHAPES: Readonly<Record<ActionType, ComponentChildren>> = {
  link: <path d="M9 3h4v4M13 3 7 9M11 9.5V13H3V5h3.5" />,
  email: <path d="M2 4h12v8.5H2zM2.3 4.3 8 9l5.7-4.7" />,
  phone: (
    <path d="M3.5 2.5h2.3l1 3-1.4 1.1a8 8 0 0 0 4 4l1.1-1.4 3 1v2.3c0 .6-.5 1-1 1A10.5 10.5 0 0 1 2.5 3.5c0-.6.4-1 1-1z" />
  ),
  address: (
    <>
      <path d="M8 14s4.7-4.3 4.7-7.8a4.7 4.7 0 0 0-9.4 0C3.3 9.7 8 14 8 14z" />
      <circle cx="8" cy="6.3" r="1.6" />
    </>
  ),
  form: <path d="M3 2.500h10v11H3zM5.5 5.500h5M5.5 8h5M5.5 10.500h2.5" />,
  setting: (
    <>
      <path d="M2 5h6.500M12.5 5H14M2 11h1.500M7.5 11H14" />
      <circle cx="10.5" cy="5" r="2" />
      <circle cx="5.5" cy="11" r="2" />
    </>
  ),
};

/** What an action is done with. */
export function ActionIcon({ type }: { type: ActionType }) {
  return <Icon>{ACTION_SHAPES[type]}</Icon>;
}

const CONTROL_SHAPES = {
  map: (
    <>
      <path d="M2.5 2.5h11v11h-11zM9.5 2.500v11" />
      <path d="M11 5h1M11 8h1M11 9.500h1" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  collapse: <path d="M3.5 8h9" />,
  swap: <path d="M2.5 5.500h10M10 3l2.5 2.500L10 8M13.5 11h-10M6 8.5 3.5 11 6 13.5" />,
  chevron: <path d="m6 4 4 4-4 4" />,
  jump: <path d="M3 3.25h10M3 12.75h6M2.5 6h11v4h-11z" />,
  export: <path d="M8 2v7M5 6.250 8 9.250l3-3M3 10.500v3h10v-3" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.3 10.3 3.2 3.2" />
    </>
  ),
  notice: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.300v3.700M8 5v.01" />
    </>
  ),
} as const;

/** Icons of the panel's own controls. */
export function ControlIcon({
  name,
  size = 16,
}: {
  name: keyof typeof CONTROL_SHAPES;
  size?: number;
}) {
  return <Icon size={size}>{CONTROL_SHAPES[name]}</Icon>;
}

/** The mark of Clausemark: a page with one clause marked. Same drawing as `docs/brand/`. */
export function BrandMark({ size = 18 }: { size?: number }) {
  return (
    <svg
      class="brand-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="brand-page" x="1" y="1" width="30" height="30" rx="7" />
      <path class="brand-line" d="M8 9.500h16M8 22.500h10" />
      <rect class="brand-clause" x="6" y="12.5" width="20" height="7" rx="1.5" />
      <path class="brand-text" d="M9 16h14" />
    </svg>
  );
}
