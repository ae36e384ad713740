/** Things the reader must know before relying on what is shown. */
import type { ForeignFrame } from '../core/clause.ts';
import type { Message } from '../core/view.ts';
import { ControlIcon } from './icons.tsx';
import { webAddress } from './safe-link.ts';
import { useWording } from './wording.ts';

/** Notices of the view, and parts of the page that scripts cannot read. */
export function Notices({
  notices,
  foreignFrames,
}: {
  notices: readonly Message[];
  foreignFrames: readonly ForeignFrame[];
}) {
  const { text, message } = useWording();
  if (notices.length + foreignFrames.length === 0) return null;
  return (
    <ul class="notices" aria-label={text('notices_label')}>
      {notices.map((notice) => (
        <li key={notice.key} class="notice">
          <ControlIcon name="notice" />
          <span>{message(notice)}</span>
        </li>
      ))}
      {foreignFrames.map((frame) => {
        const href = webAddress(frame.url);
        return (
          <li key={frame.url} class="notice">
            <ControlIcon name="notice" />
            <span>
              {text('frame_unread', [frame.host])}{' '}
              {href !== null && (
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {text('frame_open')}
                </a>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
