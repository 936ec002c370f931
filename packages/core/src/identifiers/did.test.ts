import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { errorCodeOf } from '../errors/error-code-of.js';
import { formatEthrDid, parseEthrDid } from './did.js';
import type { Address } from './hex.js';

const address = `0x${'ab'.repeat(20)}` as Address;

describe('did:ethr', () => {
  it('has the chain id in hexadecimal and the address in lower case', () => {
    expect(
      formatEthrDid({ chainId: 648540, address: address.toUpperCase().replace('0X', '0x') as Address }),
    ).toBe(`did:ethr:0x9e55c:${address}`);
  });

  it('reads back what it writes', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1 }), hex, (chainId, digits) => {
        const did = { chainId, address: `0x${digits}` as Address };
        expect(parseEthrDid(formatEthrDid(did))).toEqual(did);
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    [`did:ethr:${address}`, 'no chain id'],
    [`did:ethr:9e55c:${address}`, 'a chain id without 0x'],
    [`did:ethr:0x09e55c:${address}`, 'a chain id with a leading zero'],
    [`did:ethr:lacchain:${address}`, 'a network name'],
    [`did:ethr:0x9E55C:${address}`, 'capitals'],
    [`did:ethr:0x9e55c:${address}#controller`, 'a fragment'],
    [`did:ethr:0x9e55c:${address}00`, 'a public key'],
    [`did:web:example.org`, 'another method'],
  ])('refuses “%s”: %s', (did) => {
    let thrown: unknown;
    try {
      parseEthrDid(did);
    } catch (error) {
      thrown = error;
    }
    expect(errorCodeOf(thrown)).toBe('DID_INVALID');
  });
});
