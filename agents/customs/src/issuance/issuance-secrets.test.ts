import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openIssuanceSecrets } from './issuance-secrets.js';

const secrets = openIssuanceSecrets(new Uint8Array(32).fill(1));
const others = openIssuanceSecrets(new Uint8Array(32).fill(2));

describe('openIssuanceSecrets', () => {
  it('reads its own nonces, and no text that differs from one', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffffffff),
        fc.nat(69),
        fc.constantFrom(...'AQgw049-_='),
        (until, at, character) => {
          const nonce = secrets.nonce(until);
          expect(secrets.nonceUntil(nonce)).toBe(until);
          expect(others.nonceUntil(nonce)).toBeUndefined();
          const altered = nonce.slice(0, at) + character + nonce.slice(at + 1);
          if (altered !== nonce) expect(secrets.nonceUntil(altered)).toBeUndefined();
        },
      ),
    );
  });

  it('makes other codes and hashes under another master key, and for another session', () => {
    expect(secrets.codeOf('r')).toBe(secrets.codeOf('r'));
    expect(secrets.codeOf('r')).not.toBe(others.codeOf('r'));
    expect(secrets.txCodeHash('s', '1')).not.toBe(secrets.txCodeHash('t', '1'));
    expect(secrets.txCodeHash('s', '1')).not.toBe(others.txCodeHash('s', '1'));
  });

  it('makes transaction codes of as many digits as asked, leading zeros included', () => {
    const codes = Array.from({ length: 500 }, () => secrets.txCode(4));
    expect(codes.every((code) => /^\d{4}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });
});
