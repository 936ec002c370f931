import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64Decode, base64Encode } from './base64.js';

describe('base64', () => {
  it('writes what Node writes, and reads it with and without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = base64Encode(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64Decode(text)).toEqual(Uint8Array.from(bytes));
        expect(base64Decode(text.replace(/=+$/, ''))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['A', 'AA=', 'AA===', 'A===', '====', 'AB==', 'AA-_', 'AA AA', 'AAAA\n', 'AA==AAAA'])(
    'refuses “%s”',
    (text) => {
      expect(() => base64Decode(text)).toThrow(expect.objectContaining({ code: 'CREDENTIAL_MALFORMED' }));
    },
  );
});
