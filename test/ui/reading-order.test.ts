import { describe, expect, it } from 'vitest';
import {
  actionsInOrder,
  findingsInOrder,
  saysSomething,
  sharedSection,
  skippedInOrder,
} from '../../src/ui/reading-order.ts';
import { MUCH, MUCH_SKIPPED, MUCH_TO_DO } from '../gallery/much.ts';
import { topicsOf } from '../gallery/policy.ts';

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);
const topic = (code: string) =>
  topicsOf(MUCH, { SAL: 'contradicts' }).find((one) => one.code === code)!;

describe('findings of a topic', () => {
  it('keep the order of the document, except that unsure ones come last', () => {
    expect(idsOf(findingsInOrder(topic('TRK')))).toEqual(['m0-TRK', 'm2-TRK', 'm1-TRK']);
    expect(idsOf(findingsInOrder(topic('COL'))).at(-1)).toBe('m10-COL');
  });

  it('keep the first rows of a table among the sentences and put the others behind them', () => {
    const { findings } = topic('TRK');
    const row = (index: number) => ({ ...findings[0]!, id: `r${index}`, kind: 'row' as const });
    const rows = Array.from({ length: 300 }, (_, index) => row(index));
    const sentence = { ...findings[0]!, id: 'after', kind: 'para' as const };
    const order = idsOf(findingsInOrder({ ...topic('TRK'), findings: [...rows, sentence] }));
    expect(order.slice(0, 5)).toEqual(['r0', 'r1', 'r2', 'after', 'r3']);
    expect(order).toHaveLength(301);
  });

  it('show the surest sentence of each side first where the policy says both', () => {
    expect(idsOf(findingsInOrder(topic('SAL')))).toEqual(['m4-SAL', 'm5-SAL', 'm3-SAL']);
  });
});

describe('the heading that everything stands under', () => {
  const under = (...sections: string[][]) =>
    topicsOf(sections.map((section, index) => ({ ...MUCH[0]!, id: `f${index}`, section })));

  it('is found when all findings share it', () => {
    expect(sharedSection(under(['Policy', 'One'], ['Policy'], []))).toBe('Policy');
  });

  it('is not made up from a part of them', () => {
    expect(sharedSection(under(['Policy'], ['Annex']))).toBeNull();
    expect(sharedSection(under([], []))).toBeNull();
    expect(sharedSection(topicsOf([]))).toBeNull();
  });
});

describe('actions', () => {
  it('go from the sale of data to other choices, each once', () => {
    expect(idsOf(actionsInOrder(MUCH_TO_DO))).toEqual(['b5', 'b6', 'b2', 'b3', 'b1', 'b0']);
  });

  it('are never merged when their labels say nothing', () => {
    const here = MUCH_TO_DO[0]!;
    const both = [here, { ...here, id: 'other', target: 'https://www.northlake.example/two' }];
    expect(idsOf(actionsInOrder(both))).toEqual(['b0', 'other']);
  });

  it.each(['here', 'click here.', 'Please click here', 'this page', 'link', 'our website'])(
    'labelled “%s” need their sentence',
    (label) => expect(saysSomething(label)).toBe(false),
  );

  it.each(['Opt out here', 'Privacy choices', 'more about advertising', 'Unsubscribe'])(
    'labelled “%s” speak for themselves',
    (label) => expect(saysSomething(label)).toBe(true),
  );
});

describe('skipped parts', () => {
  it('begin with those that may belong to the policy, and repeat none', () => {
    expect(idsOf(skippedInOrder(MUCH_SKIPPED))).toEqual(['s4', 's0', 's1', 's3', 's5', 's6']);
  });
});
