import { describe, expect, it } from '@jest/globals';
import { trust } from '../testing/synthetic-bundle.js';
import { parseTrustAnchor } from './parse-trust-anchor.js';

// biome-ignore lint/suspicious/noExplicitAny: JSON is edited at will to make what is no trust anchor.
type Json = any;

describe('parseTrustAnchor', () => {
  it('reads what JSON gives back', () => {
    expect(parseTrustAnchor(JSON.parse(JSON.stringify(trust)))).toEqual(trust);
    const withBlock = { ...trust, deployBlock: 12 };
    expect(parseTrustAnchor(JSON.parse(JSON.stringify(withBlock)))).toEqual(withBlock);
  });

  it('lower-cases checksummed addresses', () => {
    const json: Json = structuredClone(trust);
    json.contracts.statusRegistry.address = json.contracts.statusRegistry.address
      .toUpperCase()
      .replace('0X', '0x');
    expect(parseTrustAnchor(json)).toEqual(trust);
  });

  it.each<[string, (json: Json) => void]>([
    [
      'an unknown member',
      (json) => {
        json.owner = 'me';
      },
    ],
    [
      'a chain id that is text',
      (json) => {
        json.chainId = '648540';
      },
    ],
    [
      'a contract missing',
      (json) => {
        delete json.contracts.didRegistry;
      },
    ],
    [
      'a contract too many',
      (json) => {
        json.contracts.other = json.contracts.didRegistry;
      },
    ],
    [
      'a short address',
      (json) => {
        json.contracts.didRegistry.address = '0x12';
      },
    ],
    [
      'no code hash',
      (json) => {
        delete json.contracts.didRegistry.codeHash;
      },
    ],
    [
      'two contracts at one address',
      (json) => {
        json.contracts.didRegistry.address = json.contracts.statusRegistry.address;
      },
    ],
    [
      'no attestor',
      (json) => {
        json.attestors = [];
      },
    ],
    ['an attestor twice', (json) => json.attestors.push(json.attestors[0])],
    [
      'an attestor without fragment',
      (json) => {
        json.attestors[0].kid = 'did:web:aduana.example';
      },
    ],
    [
      'an attestor without country',
      (json) => {
        json.attestors[0].country = 'Peru';
      },
    ],
    [
      'a key that is none',
      (json) => {
        json.attestors[0].publicKeyMultibase = 'z6Mk';
      },
    ],
  ])('refuses %s', (_what, alter) => {
    const json: Json = structuredClone(trust);
    alter(json);
    expect(() => parseTrustAnchor(json)).toThrow(expect.objectContaining({ code: 'TRUST_MALFORMED' }));
  });

  it.each([null, undefined, 'text', [], 7])('refuses %p', (json) => {
    expect(() => parseTrustAnchor(json)).toThrow(expect.objectContaining({ code: 'TRUST_MALFORMED' }));
  });
});
