import { describe, expect, it } from '@jest/globals';
import { requireJustNow } from './require-just-now.js';

const now = 1_790_000_000;

describe('requireJustNow', () => {
  it.each([
    [now - 600, true],
    [now - 601, false],
    [now, true],
    [now + 300, true],
    [now + 301, false],
  ])('made at %i: %s', (issuedAt, counts) => {
    const check = () => requireJustNow({ issuedAt }, now);
    if (counts) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'PRESENTATION_REFUSED' }));
  });
});
