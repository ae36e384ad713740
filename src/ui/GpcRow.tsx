/** Global Privacy Control: what the policy says about it, and what this browser sends. */
import type { GpcStatement } from '../core/actions/gpc.ts';
import { ActionIcon, ControlIcon } from './icons.tsx';
import { useWording } from './wording.ts';

/** The row at the end of the actions. `sends` is `null` where the browser does not say. */
export function GpcRow({
  gpc: { state, clauseIds },
  sends,
  onJumpToClause,
}: {
  gpc: GpcStatement;
  sends: boolean | null;
  onJumpToClause: (clauseId: string) => void;
}) {
  const { text } = useWording();
  const [clauseId] = clauseIds;
  const browser = sends === null ? 'unknown' : sends ? 'sends' : 'silent';
  return (
    <div class="action gpc" data-gpc={state} data-sends={browser}>
      <ActionIcon type="setting" />
      <div class="action-body">
        <span class="action-stops">{text('gpc_title')}</span>
        <span>{text(`gpc_${state === 'not-found' ? 'not_found' : state}`)}</span>
        <span class="action-detail">{text(`gpc_browser_${browser}`)}</span>
      </div>
      {clauseId !== undefined && (
        <button
          type="button"
          class="tool"
          title={text('action_show_clause')}
          onClick={() => onJumpToClause(clauseId)}
        >
          <ControlIcon name="jump" />
          <span class="sr-only">{text('action_show_clause_of', [text('gpc_title')])}</span>
        </button>
      )}
    </div>
  );
}
