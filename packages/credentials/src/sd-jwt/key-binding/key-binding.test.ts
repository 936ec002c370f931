import { describe, expect, it } from '@jest/globals';
import { joseAlgorithms } from '../../crypto/jose-key.js';
import { joseTestKey } from '../../testing/jose-keys.fixture.js';
import { bind, random } from '../../testing/sd-jwts.fixture.js';
import { createSdJwt } from '../create-sd-jwt.js';
import { parseSdJwt } from '../parse-sd-jwt.js';
import { presentSdJwt } from '../present-sd-jwt.js';
import { verifySdJwt } from '../verify-sd-jwt.js';

const issuer = joseTestKey('ES256');
const holder = joseTestKey('ES256');
const now = 1_780_000_000;
const demand = { audience: 'https://border.example', nonce: 'n-1', now };
const issue = (cnf: unknown = { jwk: holder.publicJwk }) =>
  createSdJwt({
    header: { alg: 'ES256', typ: 'dc+sd-jwt' },
    payload: { vct: 'x', cnf, a: 1 },
    disclosable: [['a']],
    random,
    sign: issuer.signer.sign,
  });
const verify = (text: string, change = {}) =>
  verifySdJwt(parseSdJwt(text), { key: issuer.publicKey, keyBinding: { ...demand, ...change } });
const claims = { aud: demand.audience, nonce: demand.nonce, iat: now };
const unbound = expect.objectContaining({ code: 'CREDENTIAL_KEY_BINDING' });
const malformed = expect.objectContaining({ code: 'CREDENTIAL_MALFORMED' });

it.each(joseAlgorithms)('a holder proves possession of a key for %s', async (algorithm) => {
  const key = joseTestKey(algorithm);
  const shown = await presentSdJwt({
    sdJwt: await issue({ jwk: key.publicJwk }),
    reveal: 'all',
    keyBinding: { audience: demand.audience, nonce: demand.nonce, issuedAt: now, signer: key.signer },
  });
  expect(verify(shown)).toMatchObject({ claims: { a: 1 }, holderKey: key.publicKey });
});

describe('the verifier', () => {
  it.each<[string, object, boolean]>([
    ['just now', {}, true],
    ['as long ago as is allowed', { iat: now - 360 }, true],
    ['a second longer ago', { iat: now - 361 }, false],
    ['by a clock that is a minute ahead', { iat: now + 60 }, true],
    ['by a clock that is further ahead', { iat: now + 61 }, false],
    ['a year ago', { iat: now - 31_536_000 }, false],
    ['in a year', { iat: now + 31_536_000 }, false],
    ['for another', { aud: 'https://other.example' }, false],
    ['for another challenge', { nonce: 'n-2' }, false],
    ['over another token', { sd_hash: 'x' }, false],
  ])('takes or refuses a proof made %s', async (_what, change, taken) => {
    const text = await bind(holder, await issue(), { ...claims, ...change });
    if (taken) expect(verify(text).holderKey).toEqual(holder.publicKey);
    else expect(() => verify(text)).toThrow(unbound);
  });

  it.each<[string, Record<string, unknown>, Record<string, string>?]>([
    ['no time', { iat: undefined }],
    ['a time that is a text', { iat: `${now}` }],
    ['a fraction of a second', { iat: now + 0.5 }],
    ['a time before all', { iat: -1 }],
    ['no audience', { aud: undefined }],
    ['an audience that is a list', { aud: [demand.audience] }],
    ['no nonce', { nonce: undefined }],
    ['an empty nonce', { nonce: '' }],
    ['no hash', { sd_hash: undefined }],
    ['another type', {}, { typ: 'JWT' }],
  ])('refuses a proof with %s', async (_what, change, header = {}) => {
    const text = await bind(holder, await issue(), { ...claims, ...change }, header);
    expect(() => verify(text)).toThrow(malformed);
  });

  it('refuses a proof by another key, by another algorithm, for other disclosures, and none at all', async () => {
    const issued = await issue();
    const shown = `${issued.split('~')[0]}~`;
    const [, , proof] = (await bind(holder, issued, claims)).split('~') as [string, string, string];
    for (const text of [
      await bind(joseTestKey('ES256'), issued, claims),
      await bind(joseTestKey('ES384'), issued, claims),
      await bind({ ...holder, signer: { ...holder.signer, algorithm: 'EdDSA' } }, issued, claims),
      shown + proof,
      issued,
    ]) {
      expect(() => verify(text)).toThrow(unbound);
    }
  });

  it('refuses a proof where the issuer confirmed no key, or one that is not supported', async () => {
    for (const cnf of [{}, { kid: 'x' }, 'x']) {
      const text = await bind(holder, await issue(cnf), claims);
      expect(() => verify(text)).toThrow(unbound);
    }
    const text = await bind(holder, await issue({ jwk: { kty: 'RSA' } }), claims);
    expect(() => verify(text)).toThrow(expect.objectContaining({ code: 'KEY_UNSUPPORTED' }));
  });

  it('asks not who made a proof where none is demanded, but whether it is one of this token', async () => {
    const issued = await issue();
    const text = await bind(joseTestKey('ES256'), issued, { ...claims, aud: 'other' });
    expect(verifySdJwt(parseSdJwt(text), { key: issuer.publicKey })).not.toHaveProperty('holderKey');
    expect(() => parseSdJwt(`${issued.slice(0, -1)}.`)).toThrow(malformed);
    const [, , proof] = text.split('~') as [string, string, string];
    expect(() => parseSdJwt(`${issued.split('~')[0]}~${proof}`)).toThrow(unbound);
  });
});
