/**
 * What a prepared request says. It is written to the company, so it is in the policy's language, not
 * in that of the panel, and no part of `_locales`. Brackets hold what the reader fills in.
 */

/** What a request asks for. */
export type RequestKind = 'access' | 'delete' | 'opt-out';

/** The words of one language. */
export interface MailWords {
  readonly subject: Readonly<Record<RequestKind, string>>;
  readonly hello: string;
  readonly ask: Readonly<Record<RequestKind, string>>;
  /** `laws` are those that the policy names; the reader keeps one. */
  readonly law: (laws: readonly string[]) => string;
  readonly who: readonly string[];
  readonly source: (address: string) => string;
  readonly confirm: string;
  readonly bye: readonly string[];
}

const EN: MailWords = {
  subject: {
    access: 'Request for a copy of my personal data',
    delete: 'Request to delete my personal data',
    'opt-out': 'Request not to sell or share my personal data',
  },
  hello: 'Hello,',
  ask: {
    access:
      'Please send me a copy of the personal data that you hold about me, and tell me what you use it for and whom you share it with.',
    delete:
      'Please delete the personal data that you hold about me, and ask those whom you gave it to to delete it as well. If you have to keep some of it, please tell me which, why and for how long.',
    'opt-out':
      'Please do not sell my personal data, and do not share it with others for advertising, from now on.',
  },
  law: (laws) =>
    laws.length === 1
      ? `Your privacy policy names the ${laws[0]}. [Delete this line if that law does not apply to you.]`
      : `I ask for this under: [keep the one that applies to you: ${laws.join(' / ')}]`,
  who: [
    'So that you can find my data:',
    'Name: [your name]',
    'Account or e-mail address: [the one you use there]',
  ],
  source: (address) => `I found this address in your privacy policy: ${address}`,
  confirm: 'Please confirm that you received this, and tell me when it is done.',
  bye: ['Kind regards', '[your name]'],
};

const DE: MailWords = {
  subject: {
    access: 'Bitte um eine Kopie meiner personenbezogenen Daten',
    delete: 'Bitte um Löschung meiner personenbezogenen Daten',
    'opt-out': 'Bitte, meine Daten nicht zu verkaufen oder weiterzugeben',
  },
  hello: 'Guten Tag,',
  ask: {
    access:
      'bitte senden Sie mir eine Kopie der personenbezogenen Daten, die Sie über mich gespeichert haben, und teilen Sie mir mit, wofür Sie sie verwenden und an wen Sie sie weitergeben.',
    delete:
      'bitte löschen Sie die personenbezogenen Daten, die Sie über mich gespeichert haben, und bitten Sie alle, denen Sie sie gegeben haben, sie ebenfalls zu löschen. Falls Sie etwas behalten müssen, teilen Sie mir bitte mit, was, warum und wie lange.',
    'opt-out':
      'bitte verkaufen Sie meine personenbezogenen Daten ab jetzt nicht und geben Sie sie nicht für Werbung an andere weiter.',
  },
  law: (laws) =>
    laws.length === 1
      ? `Ihre Datenschutzerklärung nennt dieses Gesetz: ${laws[0]}. [Zeile löschen, falls es für Sie nicht gilt.]`
      : `Ich bitte darum nach: [das für Sie geltende stehen lassen: ${laws.join(' / ')}]`,
  who: [
    'Damit Sie meine Daten finden:',
    'Name: [Ihr Name]',
    'Konto oder E-Mail-Adresse: [die Sie dort verwenden]',
  ],
  source: (address) => `Diese Adresse steht in Ihrer Datenschutzerklärung: ${address}`,
  confirm: 'Bitte bestätigen Sie den Eingang und teilen Sie mir mit, wenn es erledigt ist.',
  bye: ['Mit freundlichen Grüßen', '[Ihr Name]'],
};

/** The words for a document's language (ISO 639-1); English where we have none. */
export function mailWords(language: string): MailWords {
  return language === 'de' ? DE : EN;
}
