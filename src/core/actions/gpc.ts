/** What a policy says about Global Privacy Control, the browser's signal against sale and sharing. */
import type { Finding } from '../findings.ts';
import type { TopicState } from '../view.ts';

/** How the signal is written in policies. */
const NAMES_GPC = /global\s+privacy\s+control|\bGPC\b/i;

/**
 * Words of a sentence in which the company does something with the signal, or takes it for a choice, or
 * says what it does if it gets one ("If your browser sends it, we …", whatever the deed).
 * Of 67 labelled clauses about signals that name this one, 10 only speak of it: "To learn more about it,
 * visit …", "Some browsers allow you to …". The words were chosen by looking at them.
 */
const ACTS =
  /honou?r|respond|recogni[sz]|treat|respect|process|compl(?:y|ies)|detect|accept|\bappl(?:y|ies)|adher|abid|support|interpret|react|\bfollow|observ|receiv|\bopt(?:s|ed|ing)?[\s-]+(?:you\s+)?out|opt-?out\s+(?:request|preference)|(?:exercise|submit|make|send|control|manage)[^.]{0,160}\b(?:by|through|via|using|with|enabl\w+)\b|\b(?:if|when|where|once)\b[^.]{0,160}\b(?:signal|control|GPC)\b[^.]{0,80}\bwe\b/i;

/** `mentions`: it names the signal without saying whether it follows it. */
export type GpcState = TopicState | 'mentions';

/** The policy's word on the signal, with the clauses that say so in document order. */
export interface GpcStatement {
  /** `not-found` when no finding about browser signals names this one. */
  readonly state: GpcState;
  readonly clauseIds: readonly string[];
}

/** What `findings` say of Global Privacy Control; a flat yes beside a flat no contradicts. */
export function gpcStatement(findings: readonly Finding[]): GpcStatement {
  const own = findings.filter(({ topic, quote }) => topic === 'SIG' && NAMES_GPC.test(quote));
  const [follows, mentions] = [
    own.filter(({ stance, quote }) => stance === 'does' && ACTS.test(quote)),
    own.filter(({ stance, quote }) => stance === 'does' && !ACTS.test(quote)),
  ];
  const denies = own.filter(({ stance }) => stance === 'denies');
  const limits = own.filter(({ stance }) => stance === 'limits');
  const said = (state: GpcState, those: readonly Finding[]): GpcStatement => {
    return { state, clauseIds: those.map(({ clauseId }) => clauseId) };
  };
  if (follows.length > 0) {
    if (denies.length === 0) return said('does', follows);
    return said(
      'contradicts',
      own.filter((one) => follows.includes(one) || denies.includes(one)),
    );
  }
  if (limits.length > 0) return said('limits', limits);
  if (denies.length > 0) return said('denies', denies);
  return mentions.length > 0 ? said('mentions', mentions) : said('not-found', []);
}
