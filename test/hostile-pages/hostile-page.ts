/** What all hostile pages share: a policy that can be read, and attacks around it. */

/** A page that attacks what reads it. */
export interface HostilePage {
  /** What it does, as the name of its test. */
  readonly name: string;
  /** The whole answer's body. */
  readonly body: string;
  /** Content type; HTML unless it says otherwise. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** State in which the panel must end. */
  readonly state: string;
  /** Words that the panel must show, and must not. */
  readonly shows?: readonly string[];
  readonly hides?: readonly string[];
  /** Cheap and worth running in Firefox too. */
  readonly both?: boolean;
  /** It changes itself, so its markup cannot be compared. */
  readonly restless?: boolean;
  /** Selector of what is there once the page has done its worst; only the state after that counts. */
  readonly after?: string;
}

/** Sentences that any reading of a hostile policy must still find. */
export const SENTENCES: readonly string[] = [
  'We collect your name, your e-mail address and your device identifier when you use our shop.',
  'We share your personal data with advertising partners who show you interest-based ads.',
  'We do not sell your personal information to anyone.',
  'We use cookies and similar technologies to track how you use our services.',
  'You may ask us to access, correct or delete the personal data that we hold about you.',
  'We keep your personal information for two years after your last order.',
];

/** The sentences as paragraphs. */
export const PARAGRAPHS = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('\n');

/** A whole policy: `head` goes into the head, `before` and `after` around its text. */
export function policyPage({
  head = '',
  before = '',
  text = PARAGRAPHS,
  after = '',
  html = '',
}: {
  head?: string;
  before?: string;
  text?: string;
  after?: string;
  html?: string;
} = {}): string {
  return `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Privacy Policy</title>${head}</head>
<body>${before}<h1>Privacy Policy</h1>${text}${after}</body></html>`;
}
