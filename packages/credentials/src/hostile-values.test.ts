import { EslabonError } from '@eslabon/core';
import { hostileCopies, hostileValues } from '@eslabon/core/testing';
import { describe, expect, it } from '@jest/globals';
import { encode } from 'cborg';
import { parseCoseSign1 } from './cose/parse-cose-sign1.js';
import { joseKeyFromJwk } from './crypto/jose-key-from-jwk.js';
import { localSigner } from './crypto/local-signer.js';
import { publicKeyToJwk } from './crypto/public-key-to-jwk.js';
import { decodeDisclosure } from './sd-jwt/disclosure.js';
import { readSdHash } from './sd-jwt/sd-hash.js';
import { parseSecured } from './secured/parse-secured.js';
import { decodeTokenStatusList, encodeTokenStatusList } from './status-list/token-status-list.js';
import { joseTestKey } from './testing/jose-keys.fixture.js';
import { testKey } from './testing/keys.fixture.js';
import { disclosureOf, sdJwtOf } from './testing/sd-jwts.fixture.js';

/** What strangers send may hold objects that no text can be made of: they get a code like everything else. */
describe('values that cannot be turned into text', () => {
  const jwk = publicKeyToJwk(testKey('ES256').publicKey);

  it('are refused in keys', () => {
    for (const { copy } of hostileCopies({ ...jwk, alg: 'ES256', use: 'sig' })) {
      expect(() => joseKeyFromJwk(copy)).toThrow(EslabonError);
      expect(() => localSigner(copy as never)).toThrow(EslabonError);
    }
  });

  it.each(hostileValues.map((value) => [JSON.stringify(value), value]))(
    'are refused in SD-JWTs: %s',
    async (_, value) => {
      expect(() => readSdHash({ _sd_alg: value })).toThrow(EslabonError);
      expect(() => decodeDisclosure(disclosureOf('salt', value, 1).encoded, 'sha-256')).toThrow(EslabonError);
      const claims = { vct: value, iss: 'did:example:1' };
      const token = await sdJwtOf(joseTestKey('ES256'), claims);
      expect(() => parseSecured(token)).toThrow(EslabonError);
    },
  );

  it('are refused in headers of COSE', () => {
    const sign1 = (header: Map<unknown, unknown>, open = new Map<unknown, unknown>()) =>
      encode([encode(header), open, encode({}), new Uint8Array(64)]);
    for (const value of [...hostileValues, 2n ** 63n]) {
      for (const label of [1, 3, 4, 15, 16]) {
        expect(() => parseCoseSign1(sign1(new Map([[label, value]])))).toThrow(EslabonError);
      }
      expect(() => parseCoseSign1(sign1(new Map([[1, -7]]), new Map([[value, 1]])))).toThrow(EslabonError);
    }
  });

  it('are refused in token status lists', () => {
    const list = encodeTokenStatusList({ bits: 2, bytes: new Uint8Array(4) });
    for (const { copy } of hostileCopies(list))
      expect(() => decodeTokenStatusList(copy)).toThrow(EslabonError);
  });
});
