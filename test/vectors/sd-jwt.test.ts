import type { SdJwt } from '@eslabon/credentials';
import { joseKeyFromJwk, parseSdJwt, parseSdJwtJson, verifySdJwt } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { readSharedVectors } from './read-shared-vectors.js';

type Claims = Record<string, unknown>;

interface SdJwtVector {
  name: string;
  serialization: 'compact' | 'json';
  issuerPublicJwk: Claims[];
  keyBinding: boolean;
  aud: string | null;
  nonce: string | null;
  userClaims: Claims;
  issuance: string;
  presentation: string;
  verifiedClaims: Claims;
}

const vectors = readSharedVectors<SdJwtVector[]>('sd-jwt.json');
it('there are 47 vectors, of both serialisations, with and without key binding', () => {
  expect(vectors).toHaveLength(47);
  expect(new Set(vectors.map(({ serialization }) => serialization))).toEqual(new Set(['compact', 'json']));
  expect(vectors.filter(({ keyBinding }) => keyBinding).length).toBeGreaterThan(10);
});

/** The verifier has the issuer's key already; one vector has a kid that is a number. */
function read({ serialization }: SdJwtVector, text: string): SdJwt {
  return serialization === 'json'
    ? parseSdJwtJson(JSON.parse(text), { readKid: false })
    : parseSdJwt(text, { readKid: false });
}

function madeAt({ keyBinding }: SdJwt): number {
  return keyBinding?.issuedAt as number;
}

const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const named = (some: readonly SdJwtVector[]) => some.map((vector) => [vector.name, vector] as const);
const strange = { encoded: '', digest: 'digest of another', name: 'foreign', value: 1 };
const foreign = Buffer.from('["salt of another","foreign",1]').toString('base64url');

describe.each(named(vectors))('the SD-JWT %s', (_name, vector) => {
  const key = joseKeyFromJwk(vector.issuerPublicJwk[0]);
  const presented = read(vector, vector.presentation);

  it('verifies, and shows exactly the claims that others saw', () => {
    expect(verifySdJwt(presented, { key }).claims).toEqual(vector.verifiedClaims);
  });

  it('shows as issued every claim that its issuer meant', () => {
    expect(verifySdJwt(read(vector, vector.issuance), { key }).claims).toMatchObject(vector.userClaims);
  });

  it('is refused with another signature', () => {
    const { jws } = presented;
    const signature = jws.signature.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
    expect(() => verifySdJwt({ ...presented, jws: { ...jws, signature } }, { key })).toThrow(
      refused('CREDENTIAL_SIGNATURE_INVALID'),
    );
  });

  it('is refused with a disclosure of another token, and with one twice', () => {
    const { disclosures } = presented;
    const [first] = disclosures;
    for (const other of [strange, first ?? strange]) {
      const mixed = { ...presented, disclosures: [...disclosures, other] };
      expect(() => verifySdJwt(mixed, { key })).toThrow(refused('CREDENTIAL_MALFORMED'));
    }
  });
});

describe.each(named(vectors.filter(({ keyBinding }) => keyBinding)))(
  'the holder of the SD-JWT %s',
  (_name, vector) => {
    const { aud, nonce, issuerPublicJwk } = vector;
    const presented = read(vector, vector.presentation);
    const verify = (change = {}) => {
      const demand = { audience: aud as string, nonce: nonce as string, now: madeAt(presented) + 10 };
      const key = joseKeyFromJwk(issuerPublicJwk[0]);
      return verifySdJwt(presented, { key, keyBinding: { ...demand, ...change } });
    };
    const year = 365 * 86_400;

    it('is proven to the verifier that asked', () => {
      const { jwk } = vector.verifiedClaims.cnf as { jwk: unknown };
      expect(verify().holderKey).toEqual(joseKeyFromJwk(jwk));
    });

    it.each([
      ['another verifier', { audience: 'https://other.example' }],
      ['another challenge', { nonce: 'other' }],
      ['a year later', { now: madeAt(presented) + year }],
      ['a year earlier', { now: madeAt(presented) - year }],
    ])('is not proven to %s', (_what, change) => {
      expect(() => verify(change)).toThrow(refused('CREDENTIAL_KEY_BINDING'));
    });

    it('is not proven where other disclosures are shown than those that the holder bound', () => {
      expect(() => read(vector, withForeign(vector))).toThrow(refused('CREDENTIAL_KEY_BINDING'));
    });
  },
);

/** The presentation with a disclosure before the key binding JWT. */
function withForeign({ serialization, presentation }: SdJwtVector): string {
  if (serialization === 'compact') return presentation.replace(/~([^~]*)$/, `~${foreign}~$1`);
  const json = JSON.parse(presentation);
  json.header.disclosures.push(foreign);
  return JSON.stringify(json);
}
