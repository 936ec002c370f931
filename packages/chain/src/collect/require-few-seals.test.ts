import { describe, expect, it } from '@jest/globals';
import { requireFewSeals } from './require-few-seals.js';

const headers = (count: number, seals: number) =>
  Array.from({ length: count }, () => ({ signers: Array.from({ length: seals }) }));

describe('requireFewSeals', () => {
  it('lets through what a reader checks', () => {
    expect(() => requireFewSeals(headers(256, 4))).not.toThrow();
  });

  it('refuses what no reader would open', () => {
    expect(() => requireFewSeals([...headers(256, 4), ...headers(1, 1)])).toThrow(
      expect.objectContaining({ code: 'BUNDLE_CHECKPOINT', details: { seals: 1_025, maxSeals: 1_024 } }),
    );
  });
});
