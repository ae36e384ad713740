/** Requests to an address of the policy, prepared for the reader's own mail program. */
import { mailRequest, REQUEST_KINDS, type RequestFacts } from '../core/actions/mail-request.ts';
import { useWording } from './wording.ts';

/** Opens to one link for each request; nothing when `address` is no address to write to. */
export function MailRequests({ address, facts }: { address: string; facts: RequestFacts }) {
  const { text } = useWording();
  const requests = REQUEST_KINDS.flatMap((kind) => {
    const href = mailRequest(address, kind, facts);
    return href === null ? [] : [{ kind, href }];
  });
  if (requests.length === 0) return null;
  return (
    <details class="mail">
      <summary class="more">
        {text('mail_prepare')}
        <span class="sr-only">: {address}</span>
      </summary>
      <ul>
        {requests.map(({ kind, href }) => (
          <li key={kind}>
            <a class="mail-request" href={href}>
              {text(`mail_${kind.replace('-', '_') as 'access' | 'delete' | 'opt_out'}`)}
            </a>
          </li>
        ))}
      </ul>
      <p class="action-detail">{text('mail_hint')}</p>
    </details>
  );
}
