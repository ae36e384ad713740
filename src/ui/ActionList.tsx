/** What the reader can do here: links, addresses and settings that the page offers, with their clauses. */
import { useState } from 'preact/hooks';
import type { OptOutAction } from '../core/actions/action.ts';
import type { GpcStatement } from '../core/actions/gpc.ts';
import type { RequestFacts } from '../core/actions/mail-request.ts';
import { GpcRow } from './GpcRow.tsx';
import { ActionIcon, ControlIcon } from './icons.tsx';
import { MailRequests } from './MailRequests.tsx';
import { actionsInOrder, saysSomething } from './reading-order.ts';
import { actionHref, namesHost } from './safe-link.ts';
import { useWording } from './wording.ts';

/** Actions shown before "show all": as many as fit above the fold of a laptop. */
const SHOWN_AT_FIRST = 4;

/** Letters and digits alone: `+1 (800) 555` and `+1800555` read the same. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What the label leaves open: where a link really leads, which number a phone link calls. */
function detailOf({ type, label, host, target }: OptOutAction): string {
  switch (type) {
    case 'link':
    case 'form':
      return namesHost(label, host) ? '' : host;
    case 'email':
      return label.toLowerCase().includes(target) ? '' : target;
    case 'phone':
      return bare(label).includes(bare(target)) ? '' : target;
    case 'address':
    case 'setting':
      // The target is the label again, in the form in which labels are compared.
      return '';
  }
}

function Action({
  action,
  sentence,
  requests,
  onJumpToClause,
}: {
  action: OptOutAction;
  /** The sentence that offers it, if it is known. */
  sentence: string | undefined;
  requests: RequestFacts | null;
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
        {detail !== '' && <span class="action-detail">{detail}</span>}
        {!saysSomething(action.label) && sentence !== undefined && (
          <q class="action-sentence">{sentence}</q>
        )}
        {action.type === 'email' && requests !== null && (
          <MailRequests address={action.target} facts={requests} />
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

/** The setting that is called like the signal. */
function namesGpc({ type, target }: OptOutAction): boolean {
  return type === 'setting' && target.startsWith('global privacy control');
}

/** The list of actions; the first few at once, the rest on request. */
export function ActionList({
  actions,
  sentences,
  requests,
  gpc,
  sendsGpc,
  coverageLow,
  onJumpToClause,
}: {
  actions: readonly OptOutAction[];
  /** Sentences of the page by clause id; shown where a label such as "here" says nothing. */
  sentences: ReadonlyMap<string, string>;
  requests: RequestFacts | null;
  gpc: GpcStatement | null;
  /** What this browser says of itself; `null` where it says nothing. */
  sendsGpc: boolean | null;
  coverageLow: boolean;
  onJumpToClause: (clauseId: string) => void;
}) {
  const { text } = useWording();
  const [all, setAll] = useState(false);
  // The signal has a row of its own, which says more.
  const listed = actions.filter((action) => gpc === null || !namesGpc(action));
  const ordered = actionsInOrder(listed);
  const shown = all ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
  return (
    <div class="actions">
      <h2 class="part-title">{text('actions_title')}</h2>
      {listed.length === 0 && (
        <p class="nothing">{text(coverageLow ? 'actions_none_low' : 'actions_none')}</p>
      )}
      <ul class="action-list">
        {shown.map((action) => (
          <Action
            key={action.id}
            action={action}
            sentence={sentences.get(action.clauseId ?? '')}
            requests={requests}
            onJumpToClause={onJumpToClause}
          />
        ))}
      </ul>
      {ordered.length > SHOWN_AT_FIRST && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('actions_fewer') : text('actions_all', [ordered.length])}
        </button>
      )}
      {gpc !== null && <GpcRow gpc={gpc} sends={sendsGpc} onJumpToClause={onJumpToClause} />}
    </div>
  );
}
