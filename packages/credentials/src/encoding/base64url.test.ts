import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base58btcDecode, base58btcEncode } from './base58btc.js';
import { base64urlDecode } from './base64url-decode.js';
import { base64urlEncode } from './base64url-encode.js';

describe('base64url', () => {
  it('writes what Node writes and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64urlEncode(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(base64urlDecode(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('reads each byte string from one text only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,12}$/), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = base64urlDecode(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'CREDENTIAL_MALFORMED' });
          return;
        }
        expect(base64urlEncode(bytes)).toBe(text);
      }),
    );
  });

  it.each(['A', 'AA=', 'AA==', 'A A', 'AA\n', 'AA+/', 'AB', 'AAB', 'ÁA', 'AAAAA'])('refuses “%s”', (text) => {
    expect(() => base64urlDecode(text)).toThrow(expect.objectContaining({ code: 'CREDENTIAL_MALFORMED' }));
  });
});

describe('base58btc', () => {
  it('round-trips, leading zeros included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 48 }), (bytes) => {
        expect(base58btcDecode(base58btcEncode(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('agrees with the known text of “Hello World!”', () => {
    expect(base58btcEncode(new TextEncoder().encode('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
  });
});
