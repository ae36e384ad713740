/** What the reader can do here: links, addresses and settings that the page offers, with their clauses. */
import { useState } from 'preact/hooks';
import type { OptOutAction } from '../core/actions/action.ts';
import { ActionIcon, ControlIcon } from './icons.tsx';
import { actionsInOrder, saysSomething } from './reading-order.ts';
import { actionHref } from './safe-link.ts';
import { useWording } from './wording.ts';

/** Actions shown before "show all": as many as fit above the fold of a laptop. */
const SHOWN_AT_FIRST = 4;

/** Letters and digits alone: `+1 (800) 555` and `+1800555` read the same. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What the label may leave open: where a link really leads, which number a phone link calls. */
function detailOf(action: OptOutAction): string {
  switch (action.type) {
    case 'link':
    case 'form':
      return action.host;
    case 'email':
    case 'phone':
      return action.target;
    case 'address':
    case 'setting':
      // The target is the label again, in the form in which labels are compared.
      return '';
  }
}

function Action({
  action,
  sentence,
  onJumpToClause,
}: {
  action: OptOutAction;
  /** The sentence that offers it, if it is known. */
  sentence: string | undefined;
  onJumpToClause: (clauseId: string) => void;
}) {
  const { text } = useWording();
  const href = actionHref(action);
  const { clauseId } = action;
  const detail = detailOf(action);
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
        {!saysSomething(action.label) && sentence !== undefined && (
          <q class="action-sentence">{sentence}</q>
        )}
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
  sentences,
  coverageLow,
  onJumpToClause,
}: {
  actions: readonly OptOutAction[];
  /** Sentences of the page by clause id; shown where a label such as "here" says nothing. */
  sentences: ReadonlyMap<string, string>;
  coverageLow: boolean;
  onJumpToClause: (clauseId: string) => void;
}) {
  const { text } = useWording();
  const [all, setAll] = useState(false);
  const ordered = actionsInOrder(actions);
  const shown = all ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
  return (
    <div class="actions">
      <h2 class="part-title">{text('actions_title')}</h2>
      {actions.length === 0 && (
        <p class="nothing">{text(coverageLow ? 'actions_none_low' : 'actions_none')}</p>
      )}
      <ul class="action-list">
        {shown.map((action) => (
          <Action
            key={action.id}
            action={action}
            sentence={sentences.get(action.clauseId ?? '')}
            onJumpToClause={onJumpToClause}
          />
        ))}
      </ul>
      {ordered.length > SHOWN_AT_FIRST && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('actions_fewer') : text('actions_all', [ordered.length])}
        </button>
      )}
    </div>
  );
}
