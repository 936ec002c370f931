import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signatureAlgorithms } from '../crypto/public-key.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { testKey } from '../testing/keys.fixture.js';
import { parseCompactJws } from './parse-compact-jws.js';
import { signCompactJws } from './sign-compact-jws.js';

const text = (value: string): string => base64urlEncode(new TextEncoder().encode(value));
const token = (header: string, payload = '{"a":1}', signature = 'AAAA'): string =>
  `${text(header)}.${text(payload)}.${signature}`;
const nested = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

describe('signCompactJws and parseCompactJws', () => {
  it.each(signatureAlgorithms)('round-trip with %s', async (algorithm) => {
    const { publicKey, sign } = testKey(algorithm);
    const signed = await signCompactJws(
      { alg: algorithm, kid: 'did:ex:a#1', typ: 'x' },
      { a: 'ñ', b: [1] },
      sign,
    );
    const { header, payload, signingInput, signature } = parseCompactJws(signed);
    expect(header).toEqual({ alg: algorithm, kid: 'did:ex:a#1', typ: 'x' });
    expect(payload).toEqual({ a: 'ñ', b: [1] });
    expect(verifySignature(publicKey, signingInput, signature)).toBe(true);
  });

  it('refuses a signer that returns no JWS signature', async () => {
    await expect(signCompactJws({ alg: 'ES256' }, {}, () => new Uint8Array(70))).rejects.toMatchObject({
      code: 'CREDENTIAL_SIGNATURE',
    });
  });
});

describe('parseCompactJws', () => {
  const es256 = '{"alg":"ES256"}';

  it('ignores header members that it does not need to understand', () => {
    expect(parseCompactJws(token('{"alg":"ES256","x-note":1}')).header).toEqual({ alg: 'ES256' });
  });

  it('counts strings that look like structure as strings', () => {
    expect(parseCompactJws(token(es256, '{"a":"{\\"a\\":[{","b":"\\\\"}')).payload).toEqual({
      a: '{"a":[{',
      b: '\\',
    });
  });

  it('lets the same member name stand in different objects', () => {
    expect(parseCompactJws(token(es256, '{"a":{"b":1},"b":[{"b":1},{"b":2}]}')).payload.b).toHaveLength(2);
  });

  it('accepts 16 levels', () => {
    expect(parseCompactJws(token(es256, nested(16))).payload).toHaveProperty('a');
  });

  const malformed: [string, string][] = [
    ['an empty text', ''],
    ['one part', 'abc'],
    ['two parts', `${text(es256)}.${text('{}')}`],
    ['four parts', `${token(es256)}.AAAA`],
    ['five parts, as an encrypted token has', `${token(es256)}.AAAA.AAAA`],
    ['no signature', `${text(es256)}.${text('{}')}.`],
    ['no payload', `${text(es256)}..AAAA`],
    ['a leading space', ` ${token(es256)}`],
    ['a line break at the end', `${token(es256)}\n`],
    ['padding', `${token(es256)}=`],
    ['a header that is no JSON', token('{"alg"')],
    ['a header that is no object', token('["ES256"]')],
    ['a header of null', token('null')],
    ['a payload that is a list', token(es256, '[1]')],
    ['a payload that is a string', token(es256, '"x"')],
    ['a payload with a byte order mark', token(es256, '\ufeff{}')],
    ['a payload that is not UTF-8', `${text(es256)}.${base64urlEncode(Uint8Array.from([0xff]))}.AAAA`],
    ['a header with alg twice', token('{"alg":"ES256","alg":"EdDSA"}')],
    ['a header with alg twice, once escaped', token('{"alg":"ES256","\\u0061lg":"EdDSA"}')],
    ['a payload with a member twice', token(es256, '{"a":1,"b":2,"a":1}')],
    ['a payload with a member twice in depth', token(es256, '{"a":[{"b":{"c":1,"c":2}}]}')],
    ['a payload that sets a prototype', token(es256, '{"__proto__":{"a":1}}')],
    ['17 levels', token(es256, nested(17))],
    ['no algorithm', token('{"typ":"JWT"}')],
    ['an algorithm that is no text', token('{"alg":["ES256"]}')],
    ['a kid that is no text', token('{"alg":"ES256","kid":5}')],
    ['an empty kid', token('{"alg":"ES256","kid":""}')],
    ['a typ that is no text', token('{"alg":"ES256","typ":null}')],
    ...['crit', 'b64', 'jwk', 'jku', 'x5u', 'x5c', 'zip'].map((name): [string, string] => [
      `the header ${name}`,
      token(`{"alg":"ES256","${name}":["exp"]}`),
    ]),
  ];
  it.each(malformed)('refuses %s', (_what, value) => {
    expect(() => parseCompactJws(value)).toThrow(expect.objectContaining({ code: 'CREDENTIAL_MALFORMED' }));
  });

  it.each(['none', 'None', '', 'HS256', 'RS256', 'ES384', 'es256', 'ES256K-R', 'Ed25519'])(
    'refuses the algorithm “%s”',
    (alg) => {
      expect(() => parseCompactJws(token(JSON.stringify({ alg })))).toThrow(
        expect.objectContaining({ code: 'CREDENTIAL_ALGORITHM_UNSUPPORTED' }),
      );
    },
  );

  it('refuses a token one character over the limit before reading it', () => {
    const long = `${'A'.repeat(65_530)}.A.AAAA`;
    expect(long).toHaveLength(65_537);
    expect(() => parseCompactJws(long)).toThrow(expect.objectContaining({ code: 'CREDENTIAL_TOO_LARGE' }));
    expect(() => parseCompactJws(token(es256), { maxBytes: 10 })).toThrow(
      expect.objectContaining({ code: 'CREDENTIAL_TOO_LARGE' }),
    );
  });

  it('throws nothing but EslabonError on random text', () => {
    const part = fc.oneof(fc.string(), fc.json().map(text), fc.base64String());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        try {
          parseCompactJws(parts.join('.'));
        } catch (error) {
          expect(error).toBeInstanceOf(EslabonError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
