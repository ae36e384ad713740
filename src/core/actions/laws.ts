/** The privacy laws that a policy itself names: only these may be named in a request to its company. */

/** A law as requests name it, and how policies write it. */
const LAWS: readonly (readonly [string, RegExp])[] = [
  [
    'GDPR',
    /(?<!\bUK[\s-])(?:\bGDPR\b|\bDS-?GVO\b|\bRGPD\b|General\s+Data\s+Protection\s+Regulation|Datenschutz-?Grundverordnung|\b2016\/679\b)/i,
  ],
  [
    'UK GDPR',
    /\bUK[\s-](?:GDPR\b|General\s+Data\s+Protection\s+Regulation)|(?:\bUK\b|United\s+Kingdom)(?:['’]s)?\s+Data\s+Protection\s+Act/i,
  ],
  [
    'CCPA/CPRA',
    /\bCCPA\b|\bCPRA\b|California\s+(?:Consumer\s+Privacy|Privacy\s+Rights)\s+(?:Protection\s+)?Act/i,
  ],
  ['LGPD', /\bLGPD\b|Lei\s+Geral\s+de\s+Prote[çc][ãa]o\s+de\s+Dados/i],
];

/** States of the USA with a privacy law for consumers, in force or passed by 2025. */
const STATES =
  'Colorado|Connecticut|Delaware|Florida|Indiana|Iowa|Kentucky|Maryland|Minnesota|Montana|Nebraska|Nevada|New\\s+Hampshire|New\\s+Jersey|Oregon|Rhode\\s+Island|Tennessee|Texas|Utah|Virginia|Washington';

/** "Texas Data Privacy and Security Act", "Virginia Consumer Data Protection Act", in full words. */
const STATE_LAW = new RegExp(
  `\\b(?:${STATES})\\s+(?:(?:Consumer|Personal|Data|Privacy|Information|Protection|Online|Monitoring|Security|Transparency|Health|My|and)\\s+){1,8}(?:Act|Law)\\b`,
  'g',
);

/** More laws than this in one request would bury it. */
const MOST = 6;

/** Names of the laws that `text` names: at most six, those of states as the text writes them. */
export function lawsNamed(text: string): string[] {
  const general = LAWS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  const states = Array.from(text.matchAll(STATE_LAW), ([name]) => name.replaceAll(/\s+/g, ' '));
  return [...new Set([...general, ...states])].slice(0, MOST);
}

/** Whether a law gives its readers a say over the sale of their data; European laws have no such right. */
export function speaksOfSale(law: string): boolean {
  return !/^(?:GDPR|UK GDPR|LGPD)$/.test(law);
}
