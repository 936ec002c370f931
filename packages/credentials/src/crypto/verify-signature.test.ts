import { sign as nodeSign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { testKey } from '../testing/keys.fixture.js';
import type { PublicKey, SignatureAlgorithm } from './public-key.js';
import { publicKeyFromJwk } from './public-key-from-jwk.js';
import { verifySignature } from './verify-signature.js';

const keys = { ES256: testKey('ES256'), ES256K: testKey('ES256K'), EdDSA: testKey('EdDSA') };
const names = Object.keys(keys) as SignatureAlgorithm[];
const orders = { ES256: p256.Point.Fn.ORDER, ES256K: secp256k1.Point.Fn.ORDER };
const data = new TextEncoder().encode('eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ');

function scalar(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * (31 - at))) & 0xffn));
}
const join = (r: Uint8Array, s: Uint8Array): Uint8Array => Uint8Array.from([...r, ...s]);
const number = (bytes: Uint8Array): bigint => bytes.reduce((n, byte) => (n << 8n) | BigInt(byte), 0n);
const signed = async (name: SignatureAlgorithm): Promise<Uint8Array> => await keys[name].sign(data);

describe('verifySignature', () => {
  it.each(names)('accepts what node:crypto signed with %s', async (name) => {
    expect(verifySignature(keys[name].publicKey, data, await signed(name))).toBe(true);
  });

  it('verifies the example of RFC 8037 appendix A.4', () => {
    const key = publicKeyFromJwk({
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    });
    const signature = base64urlDecode(
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
    const input = new TextEncoder().encode('eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc');
    expect(verifySignature(key, input, signature)).toBe(true);
  });

  it('verifies the example of RFC 7515 appendix A.3', () => {
    const key = publicKeyFromJwk({
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    });
    const input = new TextEncoder().encode(
      'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
    );
    const signature = base64urlDecode(
      'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
    );
    expect(verifySignature(key, input, signature)).toBe(true);
  });

  it.each(['ES256', 'ES256K'] as const)('accepts both s and n − s with %s', async (name) => {
    const signature = await signed(name);
    const other = scalar(orders[name] - number(signature.subarray(32)));
    expect(verifySignature(keys[name].publicKey, data, join(signature.subarray(0, 32), other))).toBe(true);
  });

  it.each(['ES256', 'ES256K'] as const)('refuses %s signatures outside the scalar range', async (name) => {
    const signature = await signed(name);
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
    const n = orders[name];
    const zero = new Uint8Array(32);
    const bad = {
      'r zero': join(zero, s),
      's zero': join(r, zero),
      'both zero': join(zero, zero),
      's = n': join(r, scalar(n)),
      'r = n': join(scalar(n), s),
      's all ones': join(r, new Uint8Array(32).fill(0xff)),
      'r and s all ones': new Uint8Array(64).fill(0xff),
      'r and s one': join(scalar(1n), scalar(1n)),
      'r and s exchanged': join(s, r),
    };
    for (const [what, forged] of Object.entries(bad)) {
      expect([what, verifySignature(keys[name].publicKey, data, forged)]).toEqual([what, false]);
    }
  });

  it('refuses an EdDSA signature whose s was made larger by the group order', async () => {
    const signature = await signed('EdDSA');
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = number(signature.slice(32).reverse()) + order;
    const forged = join(signature.subarray(0, 32), scalar(s).reverse());
    expect(verifySignature(keys.EdDSA.publicKey, data, forged)).toBe(false);
  });

  it('refuses small-order Ed25519 keys, with which one signature fits many messages', () => {
    const identity = Uint8Array.from([1, ...new Array<number>(31).fill(0)]);
    const forged = join(identity, new Uint8Array(32));
    expect(verifySignature({ algorithm: 'EdDSA', bytes: identity }, data, forged)).toBe(false);
  });

  it.each(names)('refuses %s signatures of a wrong length, DER included', async (name) => {
    const signature = await signed(name);
    const der = nodeSign(name === 'EdDSA' ? null : 'sha256', data, keys[name].privateKey);
    const wrong = [new Uint8Array(), signature.subarray(0, 63), Uint8Array.from([...signature, 0])];
    if (name !== 'EdDSA') wrong.push(new Uint8Array(der));
    for (const forged of wrong) expect(verifySignature(keys[name].publicKey, data, forged)).toBe(false);
  });

  it.each(names)('refuses a %s signature under another key and under another algorithm', async (name) => {
    const signature = await signed(name);
    expect(verifySignature(testKey(name).publicKey, data, signature)).toBe(false);
    for (const other of names.filter((n) => n !== name)) {
      expect(verifySignature(keys[other].publicKey, data, signature)).toBe(false);
      expect(verifySignature({ ...keys[name].publicKey, algorithm: other }, data, signature)).toBe(false);
    }
  });

  it('refuses keys that are not points of their curve, without throwing', async () => {
    const uncompressed = p256.Point.fromBytes(keys.ES256.publicKey.bytes).toBytes(false);
    const bad: PublicKey[] = [
      { algorithm: 'ES256', bytes: new Uint8Array(33) },
      { algorithm: 'ES256', bytes: new Uint8Array() },
      { algorithm: 'ES256', bytes: uncompressed },
      { algorithm: 'ES256', bytes: Uint8Array.from([2, ...new Array<number>(32).fill(0xff)]) },
      { algorithm: 'ES256K', bytes: Uint8Array.from([2, ...scalar(5n)]) },
      { algorithm: 'EdDSA', bytes: new Uint8Array(31) },
      { algorithm: 'EdDSA', bytes: new Uint8Array(32).fill(0xff) },
    ];
    for (const key of bad) {
      const signature = await signed(key.algorithm);
      expect(verifySignature(key, data, signature)).toBe(false);
    }
  });

  it('never verifies after one bit of data, signature or key was flipped, and never throws', async () => {
    const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
      const copy = Uint8Array.from(bytes);
      const at = (bit >>> 3) % copy.length;
      copy[at] = (copy[at] as number) ^ (1 << (bit & 7));
      return copy;
    };
    const cases = await Promise.all(names.map(async (name) => ({ name, signature: await signed(name) })));
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.constantFrom('data', 'signature', 'key'),
        fc.nat(4096),
        ({ name, signature }, part, bit) => {
          const { algorithm, bytes } = keys[name].publicKey;
          const key = { algorithm, bytes: part === 'key' ? flip(bytes, bit) : bytes };
          return !verifySignature(
            key,
            part === 'data' ? flip(data, bit) : data,
            part === 'signature' ? flip(signature, bit) : signature,
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('answers false to random bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.uint8Array({ maxLength: 70 }),
        fc.uint8Array({ maxLength: 40 }),
        (algorithm, signature, bytes) => !verifySignature({ algorithm, bytes }, data, signature),
      ),
    );
  });
});
