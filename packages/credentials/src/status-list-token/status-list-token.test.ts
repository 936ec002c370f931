import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { createHeaderAndPayload, getListFromStatusListJWT, StatusList } from '@sd-jwt/jwt-status-list';
import fc from 'fast-check';
import { gzipSync, zlibSync } from 'fflate';
import { importJWK, SignJWT } from 'jose';
import { joseAlgorithms } from '../crypto/jose-key.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { tokenStatusAt } from '../status-list/token-status-list.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { createStatusListToken } from './create-status-list-token.js';
import { readStatusListToken } from './read-status-list-token.js';
import { verifyStatusListToken } from './verify-status-list-token.js';

const key = joseTestKey('ES256', 'https://issuer.example#key-1');
const subject = 'https://issuer.example/status/1';
const now = 1_780_000_000;
const list = { bits: 2 as const, bytes: Uint8Array.from([0b1110_0100, 0b0000_0001]) };
const made = {
  list,
  subject,
  issuer: 'https://issuer.example',
  issuedAt: now,
  ttl: 3_600,
  signer: key.signer,
};
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const options = { keyFor: () => key.publicKey, subject, now };

/** A token of any claims. */
const tokenOf = (claims: object, typ = 'statuslist+jwt') =>
  signCompactJws({ alg: 'ES256', typ }, { sub: subject, iat: now, ...claims }, key.signer.sign);
const claim = { bits: 1, lst: 'eNrbuRgAAhcBXQ' };

describe('a status list token', () => {
  it.each(joseAlgorithms)('is made with %s and verified', async (algorithm) => {
    const { signer, publicKey } = joseTestKey(algorithm, 'k');
    const source = { chainId: 648540, block: 7 };
    const text = await createStatusListToken({ ...made, signer, expiresAt: now + 60, claims: { source } });
    const token = verifyStatusListToken(text, {
      ...options,
      keyFor: ({ kid }) => (kid === 'k' ? publicKey : undefined),
    });
    expect(token).toMatchObject({
      subject,
      issuer: made.issuer,
      issuedAt: now,
      expiresAt: now + 60,
      ttl: 3_600,
      list,
    });
    expect(token.claims.source).toEqual(source);
    expect([0, 1, 2, 3, 4].map((index) => tokenStatusAt(token.list, index))).toEqual([0, 1, 2, 3, 1]);
  });

  it('has no claims of one’s own where the standard has its', async () => {
    await expect(createStatusListToken({ ...made, claims: { sub: 'x' } })).rejects.toThrow(
      refused('INPUT_INVALID'),
    );
  });

  it.each<[string, object, string]>([
    ['no subject', { sub: undefined }, 'STATUS_LIST_MALFORMED'],
    ['an empty subject', { sub: '' }, 'STATUS_LIST_MALFORMED'],
    ['another subject', { sub: `${subject}0` }, 'STATUS_LIST_MALFORMED'],
    ['no time', { iat: undefined }, 'STATUS_LIST_MALFORMED'],
    ['a time that is a text', { iat: '1' }, 'CREDENTIAL_MALFORMED'],
    ['an end that is a text', { exp: '1' }, 'CREDENTIAL_MALFORMED'],
    ['an issuer that is an object', { iss: {} }, 'STATUS_LIST_MALFORMED'],
    ['no time to live', { ttl: 0 }, 'STATUS_LIST_MALFORMED'],
    ['a time to live that is a text', { ttl: '60' }, 'STATUS_LIST_MALFORMED'],
    ['no list', { status_list: undefined }, 'STATUS_LIST_MALFORMED'],
    [
      'a list in gzip',
      { status_list: { bits: 1, lst: base64urlEncode(gzipSync(list.bytes)) } },
      'STATUS_LIST_MALFORMED',
    ],
    ['a list of three bits', { status_list: { ...claim, bits: 3 } }, 'STATUS_LIST_MALFORMED'],
    ['an end that has come', { exp: now - 61 }, 'CREDENTIAL_OUT_OF_DATE'],
    ['a time that has not come', { iat: now + 61 }, 'CREDENTIAL_OUT_OF_DATE'],
  ])('is refused with %s', async (_what, change, code) => {
    const text = await tokenOf({ status_list: claim, ...change });
    expect(() => verifyStatusListToken(text, options)).toThrow(refused(code));
  });

  it('may bring a certificate chain, which says nothing to us', async () => {
    const usual = readStatusListToken(await tokenOf({ status_list: claim }));
    const header = { alg: 'ES256', typ: 'statuslist+jwt', x5c: ['MIIB'] } as const;
    const text = await signCompactJws(header, usual.claims, key.signer.sign);
    const { signingInput: _input, signature: _signature, ...read } = usual;
    expect(readStatusListToken(text)).toMatchObject(read);
    const keyed = { ...header, jwk: key.publicJwk };
    const bringing = await signCompactJws(keyed, usual.claims, key.signer.sign);
    expect(() => readStatusListToken(bringing)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it('is taken within the skew of clocks', async () => {
    const text = await tokenOf({ status_list: claim, exp: now - 59, iat: now + 59 });
    expect(verifyStatusListToken(text, options).list.bits).toBe(1);
    expect(() => verifyStatusListToken(text, { ...options, skew: 0 })).toThrow(
      refused('CREDENTIAL_OUT_OF_DATE'),
    );
  });

  it.each(['JWT', 'vc+jwt', 'statuslist+cwt'])('is refused with the type %s', async (typ) => {
    const text = await tokenOf({ status_list: claim }, typ);
    expect(() => readStatusListToken(text)).toThrow(refused('STATUS_LIST_MALFORMED'));
  });

  it('is refused by another key, by none, and altered', async () => {
    const text = await createStatusListToken(made);
    expect(() => verifyStatusListToken(text, { ...options, keyFor: () => undefined })).toThrow(
      refused('CREDENTIAL_KEY_UNKNOWN'),
    );
    const other = joseTestKey('ES256').publicKey;
    expect(() => verifyStatusListToken(text, { ...options, keyFor: () => other })).toThrow(
      refused('CREDENTIAL_SIGNATURE_INVALID'),
    );
    const [header, , signature] = text.split('.');
    const [, payload] = (await createStatusListToken({ ...made, ttl: 1 })).split('.');
    expect(() => verifyStatusListToken([header, payload, signature].join('.'), options)).toThrow(
      refused('CREDENTIAL_SIGNATURE_INVALID'),
    );
  });

  it('inflates within bounds, whatever it holds', async () => {
    const bomb = zlibSync(new Uint8Array(32 << 20), { level: 9 });
    const text = await tokenOf({ status_list: { bits: 1, lst: base64urlEncode(bomb) } });
    expect(text.length).toBeLessThan(100_000);
    expect(() => verifyStatusListToken(text, options)).toThrow(refused('STATUS_LIST_TOO_LARGE'));
    const small = await tokenOf({ status_list: claim });
    expect(() => readStatusListToken(small, 1)).toThrow(refused('STATUS_LIST_TOO_LARGE'));
  });

  it('no text makes the parser throw anything but EslabonError', async () => {
    const whole = await createStatusListToken(made);
    const mutated = fc
      .tuple(fc.nat(whole.length - 1), fc.constantFrom('.', 'A', '', '~', 'é'))
      .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1));
    const payloads = fc
      .json()
      .map((json) => `${whole.split('.')[0]}.${Buffer.from(json).toString('base64url')}.AAAA`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), mutated, payloads), (text) => {
        try {
          expect(verifyStatusListToken(text, options).subject).toBe(subject);
        } catch (error) {
          expect(error).toBeInstanceOf(EslabonError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('@sd-jwt/jwt-status-list', () => {
  const statuses = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 64 }).map((values) => {
    // Theirs has as many entries as it is given, ours whole bytes of them.
    return values.slice(0, values.length - (values.length % 4));
  });

  it('reads what we make', async () => {
    await fc.assert(
      fc.asyncProperty(statuses, async (values) => {
        const bytes = new Uint8Array(values.length / 4);
        for (const [at, value] of values.entries())
          bytes[at >> 2] = (bytes[at >> 2] as number) | (value << ((at % 4) * 2));
        const text = await createStatusListToken({ ...made, list: { bits: 2, bytes } });
        const theirs = getListFromStatusListJWT(text);
        expect(values.map((_, at) => theirs.getStatus(at))).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });

  it('makes what we read', async () => {
    await fc.assert(
      fc.asyncProperty(statuses, async (values) => {
        const { header, payload } = createHeaderAndPayload(
          new StatusList(values, 2),
          { iss: made.issuer, sub: subject, iat: now },
          { alg: 'ES256', typ: 'statuslist+jwt' },
        );
        const text = await new SignJWT(payload as Record<string, unknown>)
          .setProtectedHeader(header as { alg: string })
          .sign(await importJWK(key.secretJwk, 'ES256'));
        const { list: read } = verifyStatusListToken(text, options);
        expect(values.map((_, at) => tokenStatusAt(read, at))).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });
});
