import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { encode, Tagged } from 'cborg';
import fc from 'fast-check';
import type { JoseAlgorithm } from '../crypto/jose-key.js';
import { verifySignature } from '../crypto/verify-signature.js';
import { joseTestKey } from '../testing/jose-keys.fixture.js';
import { coseAlgorithms } from './cose-sign1.js';
import { maxCoseBytes } from './limits.js';
import { parseCoseSign1 } from './parse-cose-sign1.js';
import { signCoseSign1 } from './sign-cose-sign1.js';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const payload = new TextEncoder().encode('{"a":"ñ"}');
const algorithms = Object.keys(coseAlgorithms) as (keyof typeof coseAlgorithms)[];
const key = joseTestKey('ES256');

/** A COSE_Sign1 of any parts: tests of refusals need bytes that nobody ought to make. */
const sign1 = (header: Map<unknown, unknown>, parts: unknown[] = [], tag = 18) => {
  const [unprotected = new Map(), content = payload, signature = new Uint8Array(64), ...rest] = parts;
  return encode(new Tagged(tag, [encode(header), unprotected, content, signature, ...rest]));
};
const es256 = new Map<unknown, unknown>([[1, -7]]);
const withHeader = (label: unknown, value: unknown) => sign1(new Map([...es256, [label, value]]));

describe('signCoseSign1 and parseCoseSign1', () => {
  it.each(algorithms)('round-trip with %s, everything in the protected header', async (alg) => {
    const { signer, publicKey } = joseTestKey(alg);
    const header = {
      alg,
      kid: 'did:ex:ñ#1',
      typ: 'application/vc+cose',
      contentType: 'application/vc',
      issuedAt: 7,
    };
    const signed = await signCoseSign1(header, payload, signer.sign);
    const parsed = parseCoseSign1(signed);
    expect(parsed).toMatchObject({ header, payload });
    expect(verifySignature(publicKey, parsed.signingInput, parsed.signature)).toBe(true);
    expect([...signed.subarray(0, 2)]).toEqual([0xd2, 0x84]);
  });

  it('signs neither with ES256K nor with what is no signature', async () => {
    const { signer } = joseTestKey('ES256K');
    await expect(signCoseSign1({ alg: 'ES256K' as JoseAlgorithm }, payload, signer.sign)).rejects.toThrow(
      refused('CREDENTIAL_ALGORITHM_UNSUPPORTED'),
    );
    await expect(signCoseSign1({ alg: 'ES384' }, payload, key.signer.sign)).rejects.toThrow(
      refused('CREDENTIAL_SIGNATURE'),
    );
  });
});

it('verifies the example of RFC 9052 appendix C.2.1, whose kid is not protected', () => {
  const {
    header,
    payload: content,
    signingInput,
    signature,
  } = parseCoseSign1(
    bytes(`d28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c465ab05aac34cc6b23
           d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36`),
  );
  const x = bytes('bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff');
  expect(header).toEqual({ alg: 'ES256', kid: '11' });
  expect(new TextDecoder().decode(content)).toBe('This is the content.');
  const publicKey = { algorithm: 'ES256' as const, bytes: Uint8Array.from([2, ...x]) };
  expect(verifySignature(publicKey, signingInput, signature)).toBe(true);
});

describe('parseCoseSign1', () => {
  const whole = [...sign1(es256)];

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a tag without content', bytes('d2')],
    ['another tag', sign1(es256, [], 17)],
    ['no tag', encode([encode(es256), new Map(), payload, new Uint8Array(64)])],
    ['three parts', encode(new Tagged(18, [encode(es256), new Map(), payload]))],
    ['five parts', sign1(es256, [new Map(), payload, new Uint8Array(64), 1])],
    ['a map of parts', encode(new Tagged(18, new Map([[1, 2]])))],
    ['a tag within the tag', encode(new Tagged(18, new Tagged(18, [])))],
    ['a protected header that is no bytes', encode(new Tagged(18, [es256, new Map(), payload, payload]))],
    [
      'a protected header that is no map',
      encode(new Tagged(18, [encode([1, -7]), new Map(), payload, payload])),
    ],
    ['an empty protected header', encode(new Tagged(18, [new Uint8Array(), new Map(), payload, payload]))],
    ['an unprotected header that is no map', sign1(es256, [[]])],
    ['a payload that is elsewhere', sign1(es256, [new Map(), null])],
    ['a payload that is a text', sign1(es256, [new Map(), 'text'])],
    ['a signature that is a text', sign1(es256, [new Map(), payload, 'text'])],
    ['bytes after the end', Uint8Array.from([...whole, 0])],
    ['a byte less', Uint8Array.from(whole.slice(0, -1))],
    ['an array of unknown length', bytes('d29f43a10126a04141 4141ff')],
    ['a length that is not the shortest', bytes('d2 98 04 43a10126 a0 4141 4141')],
    ['a key twice in the header', bytes('d2 84 45a201260126 a0 4141 4141')],
    ['an undefined value', bytes('d2 84 44a10126f7 a0 4141 4141')],
    ['a length beyond the end', bytes('d2 84 5affffffff a0')],
    ['an array of four billion items', bytes('d2 9affffffff')],
    ['no algorithm', sign1(new Map())],
    ['critical parameters', withHeader(2, [1])],
    ['a kid that is a text', withHeader(4, 'k')],
    ['an empty kid', withHeader(4, new Uint8Array())],
    ['a kid that is no UTF-8', withHeader(4, Uint8Array.from([0xff]))],
    ['a typ that is a number', withHeader(16, 7)],
    ['an empty typ', withHeader(16, '')],
    ['a typ that is no UTF-8', bytes('d2 84 46a2012610 61ff a0 4141 4141')],
    ['a content type that is a number', withHeader(3, 60)],
    ['claims that are no map', withHeader(15, [])],
    ['a time that is a text', withHeader(15, new Map([[6, 'now']]))],
    ['an algorithm that is not protected', sign1(new Map(), [es256])],
    ['a typ that is not protected', sign1(es256, [new Map([[16, 'application/vc+cose']])])],
    ['a kid in both headers', sign1(new Map([...es256, [4, payload]]), [new Map([[4, payload]])])],
    ['65 items', withHeader(99, new Array(70).fill(0))],
    ['a hundred levels', sign1(es256, [new Map(), payload, nested(100)])],
  ])('refuses %s', (_what, signed) => {
    expect(() => parseCoseSign1(signed)).toThrow(refused('CREDENTIAL_MALFORMED'));
  });

  it.each([-257, -47, 0, 5, -9, 'ES256', null])('refuses the algorithm %s', (alg) => {
    expect(() => parseCoseSign1(sign1(new Map([[1, alg]])))).toThrow(
      refused('CREDENTIAL_ALGORITHM_UNSUPPORTED'),
    );
  });

  it('ignores parameters that it does not know', () => {
    expect(parseCoseSign1(withHeader('x', 1)).header).toEqual({ alg: 'ES256' });
  });

  it('reads up to its limit and no further', () => {
    const room = maxCoseBytes - sign1(es256, [new Map(), new Uint8Array(100_000)]).length + 100_000;
    expect(parseCoseSign1(sign1(es256, [new Map(), new Uint8Array(room)])).payload).toHaveLength(room);
    expect(() => parseCoseSign1(sign1(es256, [new Map(), new Uint8Array(room + 1)]))).toThrow(
      refused('CREDENTIAL_TOO_LARGE'),
    );
  });

  it('throws nothing but EslabonError on any bytes', () => {
    const mutated = fc
      .tuple(fc.nat(whole.length - 1), fc.nat(255))
      .map(([at, byte]) => Uint8Array.from(whole, (old, place) => (place === at ? byte : old)));
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 60 })), fc.boolean(), (some, tagged) => {
        const signed = tagged ? Uint8Array.from([0xd2, 0x84, ...some]) : some;
        try {
          expect(parseCoseSign1(signed).payload).toBeInstanceOf(Uint8Array);
        } catch (error) {
          expect(error).toBeInstanceOf(EslabonError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 0 : [nested(levels - 1)];
}
