/**
 * Families of phrases that tell a policy from other pages, in the languages that detection knows
 * (English, French, German, Spanish, Italian, Dutch, Portuguese, Polish; the bare names in Chinese and
 * Japanese). Written against lower-case text with collapsed white space. Stems instead of words, and a
 * dot for a letter with an accent, keep the script small: these patterns are most of it.
 */

/** The families whose occurrences are counted. */
export type PhraseFamily =
  'personal' | 'practice' | 'cookie' | 'rights' | 'terms' | 'contract' | 'outside' | 'voice';

/** Every family with its pattern; all are global, for counting. */
export const PHRASES: Readonly<Record<PhraseFamily, RegExp>> = {
  /** Names of personal data: what is collected. */
  personal:
    /personal(ly)?[ -](data|info|identif)|your (data|info)|données .{0,12}perso|vos (donn|inform)|personenbezog|ihre daten|datos (de car.cter )?perso|[st]us datos|dati perso|(tuoi|suoi|vostri) dati|persoons?(gegev|lijke [gi])|(uw|jouw|je) gegev|dados pesso|[st]eus dados|dan\S+ osob|[个個]人[信情資]/g,
  /** The writer states that something is done with data: "we collect", "information may be shared". */
  practice:
    /\b(we|wij|wir|nous) (\S+ ){0,4}?(collect|use|share|disclos|process|stor|retain|keep|sell|receiv|transfer|utilis|trait|conserv|transm|erheb|verarb|nutz|verwend|speicher|.bermit|verzamel|gebruik|verwerk|delen|bewar)|(information|data|cookies) (\S+ ){0,4}?(collect|us|shar|process|stor|disclos)ed\b|\bcollects\b|(verarbeit|verwend|speicher|erheb|gebruik|verzamel|verwerk)e?n w|(recopila|recoge|coleta|tiliza|\busa|part[ie]|artilha|trata|onserva)mos\b|(ccogli|tilizzi|usi|tratti|ndividi|servi|unichi)amo\b|(biera|etwarza|stuje|ępnia|wuje|kazuje|żywa)my\b/g,
  /** Cookies and their like. */
  cookie: /cookie|beacon|pixel|tracker|traceur|analytics|ciastecz/g,
  /** Rights, legal grounds and laws that policies name. */
  rights:
    /opt[ -]?out|gdpr|ccpa|data protection|rectif|erasure|do not track|retention|rgpd|dsgvo|l.g.t+im|berechtigt|uzasadn|wider[sr]/g,
  /** What terms of service speak of. */
  terms:
    /liab|warrant[iy]|indemn|arbitrat|intell?ect|copyright|trademark|licen[sc]|terminat|refund|prohibit|haftung|gewähr|kündig|responsab|aanspra|odpowiedz|reklam/g,
  /** The voice of a contract between companies. */
  contract:
    /\bshall\b|the (parties|customer)|customer data|processor|(ex|im)porter|addendum|hereby|auftragsver|sous-trait/g,
  /** Words of reports about, and of products for, privacy: someone else speaks. */
  outside:
    /\bsa(id|ys)\b|according to|regulator|lawmaker|generator|template|(companies|businesses) (must|should|need|can)|vulnerab|researcher|selon |laut /g,
  /** The writer speaks of itself to the reader. */
  voice: /\b(we|our|us|no(us|s|i|tre)|wi[jr]|unser\w*|nues\w+|nos[st]\w+|onze?|nasz\w*)\b|我们/g,
};

/** Occurrences of every family in lower-case text. */
export function countPhrases(text: string): Record<PhraseFamily, number> {
  const counts = {} as Record<PhraseFamily, number>;
  for (const family in PHRASES) {
    counts[family as PhraseFamily] = text.match(PHRASES[family as PhraseFamily])?.length ?? 0;
  }
  return counts;
}

/** Whether lower-case text speaks of personal data, cookies or the rights to them. */
export function speaksOfData(text: string): boolean {
  const { personal, practice, cookie, rights } = PHRASES;
  return [personal, practice, cookie, rights].some((pattern) => text.search(pattern) >= 0);
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

/** Reads a title or heading. */
export function readName(text: string): Naming {
  const has = (pattern: RegExp): boolean => pattern.test(text.toLowerCase());
  return {
    privacy: has(
      /privacy|personal (data|info)|data prot|confidentialit|vie priv|(onnées|datos|dati) pers|datenschutz|privaci[dt]|dados pess|gegeven|prywatn|osobow|prote.{2,8} d.{1,3}d[ao]|隐私|個人情報/,
    ),
    cookie: has(/cookie|tracker|traceur|ciastecz/),
    document: has(
      /polic|notice|statement|declarat|addendum|pol.t[iy][qck]|charte|erkl.rung|hinweis|richtlinie|aviso|informativa|beleid|verklaring/,
    ),
    another: has(
      /terms|agreement|condi[tczç]|guide|how to|\?|generator|\blaw\b|complian|\bsearch|vulnerab|accept|copyright|processing|settings|\bagb\b|bedingung|voorwaard|regulamin|warunki/,
    ),
  };
}
