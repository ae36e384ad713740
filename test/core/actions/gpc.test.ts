import { describe, expect, it } from 'vitest';
import { gpcStatement } from '../../../src/core/actions/gpc.ts';
import type { Finding } from '../../../src/core/findings.ts';
import { parseLabel } from '../../../src/core/topics.ts';

/** Findings from labels and sentences. */
function findings(...said: readonly (readonly [label: string, quote: string])[]): Finding[] {
  return said.map(([label, quote], index) => ({
    ...parseLabel(label)!,
    id: `c${index}-${label}`,
    clauseId: `c${index}`,
    confidence: 0.9,
    quote,
  }));
}

const HONOURS = ['SIG', 'We treat a Global Privacy Control signal as your request.'] as const;
const IGNORES = ['SIG-', 'Our site does not react to GPC.'] as const;
const SWITCHES = ['SIG', 'If your browser sends the GPC signal, we switch adverts off.'] as const;
const SPEAKS = ['SIG', 'More about GPC stands on its own website.'] as const;

describe('what a policy says of Global Privacy Control', () => {
  it.each([
    ['honours it', [HONOURS, SPEAKS], 'does', ['c0']],
    ['says what it does then', [SWITCHES], 'does', ['c0']],
    ['does not honour it', [IGNORES], 'denies', ['c0']],
    ['honours it in part', [['SIG~', 'We honour GPC only in Utah.']], 'limits', ['c0']],
    ['says both', [SPEAKS, HONOURS, IGNORES], 'contradicts', ['c1', 'c2']],
    ['only speaks of it', [SPEAKS], 'mentions', ['c0']],
    ['speaks of it and ignores it', [SPEAKS, IGNORES], 'denies', ['c1']],
    ['speaks of another signal', [['SIG-', 'We ignore Do Not Track.']], 'not-found', []],
    ['names it elsewhere', [['OPT', 'GPC is one way to opt out.']], 'not-found', []],
    ['is silent', [], 'not-found', []],
  ] as const)('%s', (_, said, state, clauseIds) => {
    expect(gpcStatement(findings(...said))).toEqual({ state, clauseIds });
  });
});
