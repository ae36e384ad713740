/**
 * Families of phrases that tell a policy from other pages, in the languages that detection knows
 * (English, French, German, Spanish, Italian, Dutch, Portuguese, Polish; a little Chinese, Japanese and
 * Korean). Written against lower-case text with collapsed white space; all are global and stateless
 * under `match`. Stems instead of words keep the script small.
 */

/** The families whose occurrences are counted. */
export type PhraseFamily =
  | 'personal'
  | 'practice'
  | 'cookie'
  | 'rights'
  | 'terms'
  | 'contract'
  | 'outside'
  | 'naming'
  | 'voice';

/** Names of personal data: what is collected. */
const PERSONAL =
  /personal(?:ly)?[ -](?:data|info|identif)|your (?:data|information)|(?:donn[ée]es|informations?) (?:à caractère )?personnel|vos (?:donn[ée]es|informations)|personenbezogen|ihre daten|datos (?:de carácter )?personal|[st]us datos|dati personali|(?:tuoi|suoi|vostri) dati|persoonsgegevens|persoonlijke (?:gegevens|info)|(?:uw|je|jouw) gegevens|dados pessoais|(?:seus|teus) dados|dan(?:e|ych|ymi|ym) osobow|(?:twoj|państw)\S+ dan|[个個]人(?:信息|情報|資)|개인정보/g;

/** The writer states that it does something with data: "we collect", "may be shared". */
const PRACTICE =
  /\bwe (?:\w+ ){0,3}?(?:collect|use|share|disclose|process|store|retain|keep|sell|receive|obtain|transfer|gather)\b|(?:information|data|cookies) (?:\w+ ){0,4}?(?:collected|used|shared|processed|stored|disclosed)\b|nous (?:\S+ ){0,2}?(?:collect|utilis|partag|trait|conserv|recueill|transmet)|(?:erheben|verarbeiten|nutzen|verwenden|speichern|übermitteln) wir|wir (?:\S+ ){0,4}?(?:erheben|verarbeiten|nutzen|verwenden|speichern|übermitteln)|(?:recopila|recoge|recolhe|coleta|utiliza|usa|compart[ie]|compartilha|partilha|trata|conserva|almacena|armazena)mos\b|(?:raccogli|utilizzi|usi|tratti|condividi|conservi|comunichi)amo\b|(?:verzamelen|gebruiken|verwerken|delen|bewaren) w(?:e|ij)\b|\bw(?:e|ij) (?:\S+ ){0,4}?(?:verzamelen|gebruiken|verwerken|delen|bewaren)|(?:zbiera|gromadzi|przetwarza|wykorzystuje|udostępnia|przechowuje|przekazuje|używa)my|我们.{0,9}(?:收集|使用|共享|存储)/g;

/** Cookies and their like. */
const COOKIE =
  /cookies?|web beacon|pixel tag|tracking (?:pixel|technolog)|trackers?\b|traceurs?|google analytics|ciasteczk/g;

/** Rights, legal grounds and laws that policies name. */
const RIGHTS =
  /opt[ -]out|gdpr|ccpa|data protection|supervisory|legitimate interest|rectif|erasure|withdraw|do not track|retention|rgpd|dsgvo|lgpd|\brodo\b|cnil|intérêts? légitime|berechtigte|interés legítimo|legittimo interesse|garante|gerechtvaardigd|legítimo interesse|prawnie uzasadnion|widerspr|auskunft|löschung|effacement|supresión|cancellazione|verwijder|apagamento|usunięci|sprostowan/g;

/** What terms of service speak of. */
const TERMS =
  /liab|warrant[iy]|indemn|arbitrat|governing law|intellectual property|copyright|trademark|licen[sc]|terminat|refund|subscription|infring|prohibit|haftung|gewährleistung|kündig|responsabilité|résili|propriété intell|responsabilidad|garantías|propiedad intel|responsabilità|proprietà intel|aansprakelijk|opzegg|odpowiedzialnoś|reklamac/g;

/** The voice of a contract between companies. */
const CONTRACT =
  /\bshall\b|\bthe parties\b|\bthe customer|\bcustomer data|sub-?processor|\bprocessor\b|data (?:ex|im)porter|addendum|hereby|auftragsverarbeit|sous-traitant|encargado del tratamiento|responsabile del trattamento|subverwerker|subcontratante|podmiot\S* przetwarzając/g;

/** Words of reports about, and of products for, privacy: someone else speaks. */
const OUTSIDE =
  /\bsaid\b|\bsays\b|according to|regulators?\b|lawmakers|generator|template|free trial|compan(?:y|ies) (?:must|should|need|can)|(?:organi[sz]ations|businesses) (?:must|should|need|can)|\bfined?\b|\bfines\b|vulnerabilit|\bresearchers?\b|selon |laut |según |secondo |volgens |segundo |według /g;

/** A document that names itself or its kind. */
const NAMING =
  /(?:privacy|cookies?) (?:and cookies? )?(?:policy|notice|statement)|politique (?:de|en matière de|relative aux?) (?:confidentialité|cookies|protection|données|vie privée)|datenschutz(?:erklärung|hinweis|bestimmung|richtlinie)|cookie-(?:richtlinie|erklärung|beleid|verklaring)|(?:política|aviso) de (?:privacidade?|cookies|protec)|informativa (?:sulla|sui|privacy)|privacy ?(?:policy|beleid|verklaring)|cookiebeleid|polity[ck]\S+ (?:prywatności|cookies)|隐私政策|プライバシーポリシー|개인정보/g;

/** The writer speaks of itself to the reader. */
const VOICE =
  /\b(?:we|our|us|nous|notre|nos|wir|unser\w*|nuestr\w+|noi|nostr\w+|wij|onze?|nossos?|nossas?|nasz\w*)\b|我们|当社/g;

/** Every family with its pattern. */
export const PHRASES: Readonly<Record<PhraseFamily, RegExp>> = {
  personal: PERSONAL,
  practice: PRACTICE,
  cookie: COOKIE,
  rights: RIGHTS,
  terms: TERMS,
  contract: CONTRACT,
  outside: OUTSIDE,
  naming: NAMING,
  voice: VOICE,
};

/** Occurrences of a family in lower-case text. */
export function countPhrases(family: PhraseFamily, text: string): number {
  return text.match(PHRASES[family])?.length ?? 0;
}

/** Whether a block of lower-case text speaks of personal data, cookies or the rights to them. */
export function speaksOfData(text: string): boolean {
  return [PERSONAL, PRACTICE, COOKIE, RIGHTS].some((pattern) => text.search(pattern) >= 0);
}

/** How a title or heading names the document. */
export interface Naming {
  /** Speaks of privacy or personal data. */
  readonly privacy: boolean;
  /** Speaks of cookies or trackers. */
  readonly cookie: boolean;
  /** Says that it is a policy, a notice, a statement or the like. */
  readonly document: boolean;
  /** Names another kind of document: terms, an agreement, a guide, a question, news. */
  readonly another: boolean;
}

const NAME_PRIVACY =
  /privacy|personal (?:data|info)|data protection|confidentialité|vie privée|données personn|protection des données|datenschutz|privatsphäre|privacidade?|datos personales|protección de datos|dados pessoais|proteção de dados|dati personali|protezione dei dati|privacybeleid|gegevens|prywatno|danych osobowych|隐私|プライバシー|個人情報|개인정보/;
const NAME_COOKIE = /cookie|tracker|traceur|ciasteczk/;
const NAME_DOCUMENT =
  /policy|policies|notice|statement|declaration|addendum|politique|charte|erklärung|hinweis|richtlinie|politica|política|aviso|informativa|beleid|verklaring|polityka|政策|ポリシー|방침/;
const NAME_ANOTHER =
  /terms|agreement|conditions|guide|how to|what (?:is|are)|why |\?|generator|template|tips|law\b|news|blog|review|compliance|checklist|search|vulnerab|accept|copyright|processing|settings|dashboard|conditions|agb\b|nutzungsbedingungen|bedingungen|condiciones|condizioni|voorwaarden|condições|regulamin|warunki/;

/** Reads a title or heading. */
export function readName(text: string): Naming {
  const name = text.toLowerCase();
  return {
    privacy: NAME_PRIVACY.test(name),
    cookie: NAME_COOKIE.test(name),
    document: NAME_DOCUMENT.test(name),
    another: NAME_ANOTHER.test(name),
  };
}
