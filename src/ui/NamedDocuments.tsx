/** The documents that the policy points to, with where each link really leads. None of them was read. */
import { useState } from 'preact/hooks';
import type { NamedDocument } from '../core/documents-named.ts';
import { webAddress } from './safe-link.ts';
import { useWording } from './wording.ts';

/** Documents shown before "show all". */
const SHOWN_AT_FIRST = 6;

/** A list of links; those that do not lead to the web are left out. */
export function NamedDocuments({ documents }: { documents: readonly NamedDocument[] }) {
  const { text } = useWording();
  const [all, setAll] = useState(false);
  const links = documents.flatMap((document) => {
    const href = webAddress(document.href);
    return href === null ? [] : [{ ...document, href, host: new URL(href).host }];
  });
  const shown = all ? links : links.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul class="named">
        {shown.map(({ kind, label, href, host }) => (
          <li key={href}>
            <span class="action-detail">{text(`named_${kind}`)}</span>
            <a href={href} target="_blank" rel="noopener noreferrer">
              {label}
            </a>
            <span class="action-detail">{host}</span>
          </li>
        ))}
      </ul>
      {links.length > SHOWN_AT_FIRST && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('actions_fewer') : text('actions_all', [links.length])}
        </button>
      )}
    </>
  );
}
