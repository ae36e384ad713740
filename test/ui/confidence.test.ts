import { describe, expect, it } from 'vitest';
import { confidenceKey, isUnsure } from '../../src/ui/confidence.ts';

describe('how sure the model is', () => {
  it.each([
    [1, 'very_sure'],
    [0.946, 'very_sure'], // shown as 95 %
    [0.944, 'sure'],
    [0.8, 'sure'],
    [0.79, 'fairly_sure'],
    [0.596, 'fairly_sure'], // shown as 60 %
    [0.59, 'unsure'],
    [0.2, 'unsure'],
  ])('%f is %s', (confidence, words) => {
    expect(confidenceKey(confidence)).toBe(`confidence_${words}`);
    expect(isUnsure(confidence)).toBe(words === 'unsure');
  });
});
