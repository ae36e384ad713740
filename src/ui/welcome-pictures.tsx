/** The three pictures of the welcome page, drawn for it. Decoration: the words below say the same. */
import type { ComponentChildren } from 'preact';

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="picture" viewBox="12 10 216 130" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** Lines of text, each from `x` over `widths`, 12 apart from `y` down. */
function Lines({ x, y, widths }: { x: number; y: number; widths: readonly number[] }) {
  return (
    <path
      class="pic-text"
      d={widths.map((width, index) => `M${x} ${y + index * 12}h${width}`).join('')}
    />
  );
}

/** A page beside a label with three strong rows. */
export function FindPicture() {
  return (
    <Picture>
      <rect class="pic-paper" x="14" y="12" width="110" height="126" rx="6" />
      <Lines x={28} y={32} widths={[60, 82, 76, 82, 50, 80, 82, 64]} />
      <rect class="pic-label" x="138" y="12" width="88" height="126" rx="4" />
      {[0, 1, 2].map((row) => (
        <g key={row}>
          {row > 0 && <path class="pic-rule" d={`M138 ${12 + row * 42}h88`} />}
          <path class="pic-strong" d={`M150 ${29 + row * 42}h${[40, 34, 44][row]}`} />
          <path class="pic-text" d={`M150 ${42 + row * 42}h62`} />
        </g>
      ))}
      <circle class="pic-full" cx="212" cy="29" r="5" />
      <circle class="pic-ring" cx="212" cy="71" r="5" />
      <path class="pic-ring" d="m208.5 74.5 7-7" />
      <circle class="pic-full" cx="212" cy="113" r="5" />
    </Picture>
  );
}

/** A card in the label tied to its marked sentence in the page. */
export function ShowPicture() {
  return (
    <Picture>
      <rect class="pic-paper" x="14" y="12" width="110" height="126" rx="6" />
      <Lines x={28} y={32} widths={[60, 82, 70]} />
      <rect class="pic-mark" x="23" y="63" width="92" height="26" rx="3" />
      <path class="pic-marked" d="M28 71h82M28 81h56" />
      <Lines x={28} y={102} widths={[82, 74, 50]} />
      <path class="pic-link" d="M118 76c14 0 12-22 26-22" />
      <rect class="pic-label" x="138" y="30" width="88" height="48" rx="5" />
      <path class="pic-strong" d="M150 44h36" />
      <path class="pic-text" d="M150 56h62M150 66h44" />
    </Picture>
  );
}

/** A browser window that holds page and label together, closed all round. */
export function StayPicture() {
  return (
    <Picture>
      <rect class="pic-paper" x="14" y="12" width="212" height="126" rx="9" />
      <path class="pic-rule" d="M14 36h212" />
      <circle class="pic-dot" cx="28" cy="24" r="3" />
      <circle class="pic-dot" cx="39" cy="24" r="3" />
      <circle class="pic-dot" cx="50" cy="24" r="3" />
      <Lines x={28} y={52} widths={[78, 92, 66, 92, 84, 92, 52]} />
      <rect class="pic-label" x="142" y="48" width="70" height="76" rx="4" />
      <rect class="pic-lock" x="161" y="83" width="32" height="26" rx="4" />
      <path class="pic-ring" d="M167 83v-7a10 10 0 0 1 20 0v7" />
      <circle class="pic-hole" cx="177" cy="96" r="3.5" />
    </Picture>
  );
}
