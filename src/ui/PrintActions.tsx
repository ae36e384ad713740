/** What the reader can do, on paper: no link can be clicked there, so each says where it leads. */
import type { GpcState } from '../core/actions/gpc.ts';
import type { Report } from '../core/report.ts';
import { readWebAddress } from '../core/web-address.ts';
import { actionsInOrder } from './reading-order.ts';
import { namesHost } from './safe-link.ts';
import { useWording } from './wording.ts';

/** As many as fit the sheet. */
const MOST = 6;

/** The first actions in the panel's order, and how many more there are. */
export function PrintActions({ actions, gpc }: { actions: Report['actions']; gpc: GpcState }) {
  const { text } = useWording();
  const ordered = actionsInOrder(
    actions.map((action, index) => {
      const host = readWebAddress(action.target)?.host ?? '';
      return { ...action, id: `a${index}`, host };
    }),
  );
  const shown = ordered.slice(0, MOST);
  return (
    <section class="sheet-actions">
      <h2>{text('actions_title')}</h2>
      <ul>
        {shown.map(({ id, stops, label, target, host, type }) => (
          <li key={id}>
            <span class="sheet-topic">{text(`stops_${stops}`)}</span>
            <span class="one-line">
              {label}
              {host !== '' && !namesHost(label, host) && ` (${host})`}
              {(type === 'email' || type === 'phone') && label !== target && ` (${target})`}
            </span>
          </li>
        ))}
        {ordered.length > shown.length && (
          <li>
            <span />
            <span>{text('export_more', [ordered.length - shown.length])}</span>
          </li>
        )}
        {actions.length === 0 && (
          <li>
            <span />
            <span>{text('actions_none')}</span>
          </li>
        )}
        <li>
          <span class="sheet-topic">{text('gpc_title')}</span>
          <span>{text(`gpc_${gpc === 'not-found' ? 'not_found' : gpc}`)}</span>
        </li>
      </ul>
    </section>
  );
}
