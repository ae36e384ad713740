/** Says in words why a page was taken for a policy, or not. */
import type { DocumentKind } from '../detection.ts';
import type { JudgedPart } from './detect.ts';

/** Reasons for a policy, strongest first. */
export function reasonsFor({ part, values }: JudgedPart, kind: DocumentKind): string[] {
  const reasons: string[] = [];
  const about = kind === 'cookie' ? 'cookies' : 'personal data';
  if (part.place === 'section')
    reasons.push(`a section of ${part.dataWords} words is about ${about}`);
  else reasons.push(`${Math.round(values.share * 100)} % of the text is about ${about}`);
  if (values.named === 1) reasons.push('a title or first heading names a policy');
  const { practice, rights, naming } = part.counts;
  if (practice > 2) reasons.push(`${practice} statements of what is done with data`);
  if (rights > 2) reasons.push(`${rights} mentions of rights, legal grounds or opt-outs`);
  if (naming > 2) reasons.push('the text calls itself a policy or notice');
  if (part.place === 'dialog' || part.place === 'frame')
    reasons.push(`it stands in a ${part.place}`);
  return reasons;
}

/** Reasons against a policy, strongest first; at least one. */
export function reasonsAgainst({ part, values }: JudgedPart): string[] {
  const reasons: string[] = [];
  if (part.dataWords < 60) reasons.push('hardly any of the text is about personal data');
  else if (values.share < 0.5) {
    reasons.push(`only ${Math.round(values.share * 100)} % of the text is about personal data`);
  }
  const { terms, contract, outside, practice } = part.counts;
  if (values.linkedHeadings > 0.5) reasons.push('most headings lead to other pages');
  if (terms > practice) reasons.push('it speaks of liability, licences and the like, as terms do');
  if (contract > practice) reasons.push('it is written as a contract between companies');
  if (outside > practice) reasons.push('it reports on others or explains, as articles do');
  if (values.controls > 3) reasons.push('it is mostly a form');
  return reasons.length > 0 ? reasons : ['it states too little of what is done with data'];
}
