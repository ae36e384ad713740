/** What the reader can do here: links, addresses and settings that the page offers, with their clauses. */
import { useState } from 'preact/hooks';
import type { OptOutAction } from '../core/actions/action.ts';
import { ActionIcon, ControlIcon } from './icons.tsx';
import { actionHref } from './safe-link.ts';
import { useWording } from './wording.ts';

/** Actions shown before "show all": as many as fit above the fold of a laptop. */
const SHOWN_AT_FIRST = 4;

/** Letters and digits alone: `+1 (800) 555` and `+1800555` read the same. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function Action({
  action,
  onJumpToClause,
}: {
  action: OptOutAction;
  onJumpToClause: (clauseId: string) => void;
}) {
  const { text } = useWording();
  const href = actionHref(action);
  const { clauseId } = action;
  // A target reads like its label more often than not; it is shown only where it adds something.
  const detail = action.type === 'link' || action.type === 'form' ? action.host : action.target;
  return (
    <li class="action" data-action={action.type}>
      <ActionIcon type={action.type} />
      <div class="action-body">
        <span class="action-stops">{text(`stops_${action.stops}`)}</span>
        {href === null ? (
          <span class="action-label">{action.label}</span>
        ) : (
          <a
            class="action-label"
            href={href}
            {...(action.type === 'link' || action.type === 'form'
              ? { target: '_blank', rel: 'noopener noreferrer' }
              : {})}
          >
            {action.label}
          </a>
        )}
        {!bare(action.label).includes(bare(detail)) && <span class="action-detail">{detail}</span>}
      </div>
      {clauseId !== null && (
        <button
          type="button"
          class="tool"
          title={text('action_show_clause')}
          onClick={() => onJumpToClause(clauseId)}
        >
          <ControlIcon name="jump" />
          <span class="sr-only">{text('action_show_clause_of', [action.label])}</span>
        </button>
      )}
    </li>
  );
}

/** The list of actions; the first few at once, the rest on request. */
export function ActionList({
  actions,
  coverageLow,
  onJumpToClause,
}: {
  actions: readonly OptOutAction[];
  coverageLow: boolean;
  onJumpToClause: (clauseId: string) => void;
}) {
  const { text } = useWording();
  const [all, setAll] = useState(false);
  const shown = all ? actions : actions.slice(0, SHOWN_AT_FIRST);
  return (
    <div class="actions">
      <h2 class="part-title">{text('actions_title')}</h2>
      {actions.length === 0 && (
        <p class="nothing">{text(coverageLow ? 'actions_none_low' : 'actions_none')}</p>
      )}
      <ul class="action-list">
        {shown.map((action) => (
          <Action key={action.id} action={action} onJumpToClause={onJumpToClause} />
        ))}
      </ul>
      {actions.length > SHOWN_AT_FIRST && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('actions_fewer') : text('actions_all', [actions.length])}
        </button>
      )}
    </div>
  );
}
