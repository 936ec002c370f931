import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCursor, parseCursor } from './cursor.js';

describe('cursors', () => {
  it('lead back to where they were made', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((value) => value % 10 ** 15),
        (sequence) => {
          expect(parseCursor(formatCursor(sequence))).toBe(sequence);
        },
      ),
    );
  });

  it('are refused unless they were made here', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        let sequence: number | undefined;
        try {
          sequence = parseCursor(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'CURSOR_INVALID' });
        }
        if (sequence !== undefined) expect(formatCursor(sequence)).toBe(text);
      }),
    );
    for (const text of ['czE=', 'czE ', 'czAx', 's1', '']) {
      expect(() => parseCursor(text)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
    }
  });
});
