/**
 * Abbreviations of legal English (and of the citations that stand in it), lower case, without the
 * last full stop. A full stop after one of them does not by itself end a sentence.
 */

/** Never end a sentence: something that belongs to them always follows. */
export const ALWAYS_CONTINUES: ReadonlySet<string> = new Set(
  (
    'e.g eg i.e ie cf viz vs v mr mrs ms mx dr prof hon rev messrs st ste art arts sec sect secs ' +
    'para paras par subpara subsec cl fig figs pp pg ch chap cap reg regs incl excl ' +
    'approx ca ext tel ph attn dept div bldg fl rm ave blvd rd hwy lit abs ust sent seq al ' +
    'gen sgt capt lt col gov sen rep pres supp app ann ed eds vol est min max resp esp orig ' +
    'stat rec ref u.s.c c.f.r cal civ bus z.b d.h u.a bzw vgl ggf z.h p.o s.à'
  ).split(' '),
);

/** Continue only before a number: "no. 5", but "Do we sell data? No. We do not." */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(['no', 'nos', 'nr']);

/** End a sentence only when what follows reads like the start of one. */
export const MAY_CONTINUE: ReadonlySet<string> = new Set(
  (
    'inc ltd llc llp lp plc co corp cos bros gmbh ag s.a s.l s.r.l s.p.a s.r.o r.o b.v n.v s.a.s ' +
    'pty pte etc u.s u.k e.u n.y d.c l.a u.a.e eu-u.s swiss-u.s non-u.s e.u.-u.s a.m p.m ' +
    'jr sr ph.d esq jan feb mar apr jun jul aug sep sept oct nov dec jurisdic u.s.a c.o p'
  ).split(' '),
);

/** Words that start sentences and hardly ever continue a name, as written at a sentence's start. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'A About Additionally After All Also Although An And Any Are As At Based Because Before Below ' +
    'Both But By Can Certain Depending Do Does Due During Each Either Even Every Examples For From ' +
    'Furthermore Generally Have He How However I If In Is It Its Like Most Moreover My No None Nor ' +
    'Not Note Once Only Or Other Our Over Please Pursuant See She Should Since So Some Such That ' +
    'The Their Then There Therefore These They This Those Through Thus To Under Unless Until Upon ' +
    'Use Using We What When Where Whether Which While Who Why Will With Within Without You Your'
  ).split(' '),
);
