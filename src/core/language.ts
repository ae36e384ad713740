/**
 * Names the language of a text from its script and its commonest function words. Meant for pages of
 * some length: below {@link MIN_HITS} function words it does not guess.
 */

/**
 * Function words by language, chosen so that each is frequent in its own language and rare in the
 * others; words that two of the languages share are left to the language where they are commonest.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to your our we you that with is are this for or',
  fr: 'le les des et vous nous une dans pour est sur avec votre vos aux',
  de: 'der die und das wir sie ist nicht mit für von zu den auf ihre',
  es: 'el los las y del para por usted una nuestro su sus con como que',
  it: 'il di che e per gli della dei sono non nostro con del alla una',
  nl: 'het een van en wij uw op voor niet zijn met dat worden ons deze',
  pt: 'não uma para seus nosso nossa você ou dos das são em ao pelo sua',
  pl: 'i w na do nie się jest że oraz są przez lub dla zgodnie dane',
  sv: 'och att som på är det för inte vi av med din kan den vår',
  da: 'og at på er det til ikke vi af med din kan som den vores',
  cs: 'a se na je že jsou pro nebo jako které vaše údaje při jsme v',
};

/** Scripts that name their language; the first whose letters make up a third of the text decides. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
];

/** Characters looked at: enough for a sure answer, constant work on long pages. */
const SAMPLE = 6000;

/** Function words that the winner must have before we name it. */
const MIN_HITS = 4;

const SETS = Object.entries(WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

/**
 * ISO 639-1 code of the language of `text`, or `und` when it cannot be told. Looks at the first
 * 6,000 characters.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, pattern] of SCRIPTS) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // Japanese mixes kana with Chinese characters: a tenth of kana settles it.
    if (share > (language === 'ja' ? 0.1 : 0.35)) return language;
  }
  const tokens = sample.match(/\p{L}+/gu) ?? [];
  let best = 'und';
  let most = MIN_HITS - 1;
  for (const [language, words] of SETS) {
    const hits = tokens.filter((token) => words.has(token)).length;
    if (hits > most) [best, most] = [language, hits];
  }
  return best;
}
