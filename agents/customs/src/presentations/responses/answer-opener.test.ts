import { createECDH, randomBytes } from 'node:crypto';
import { errorCodeOf } from '@eslabon/core';
import { encryptAnswer, readAnswer } from '@eslabon/exchange';
import { describe, expect, it } from '@jest/globals';
import { openKey, publicJwkOf, sealNewKey } from '../encryption-key.js';
import { answerOpener } from './answer-opener.js';

const masterKey = randomBytes(32);
const presented = { state: 's', vp_token: { certificate: ['x'] } };

describe('answerOpener', () => {
  it('opens what was encrypted to the key that a wallet is told of, every time', async () => {
    // Some keys begin with a zero byte.
    for (let round = 0; round < 20; round++) {
      const sealed = sealNewKey(masterKey, 'a');
      const jwk = { ...publicJwkOf(masterKey, 'a', sealed), kid: 'a' };
      expect(jwk).toEqual({
        ...{ kty: 'EC', crv: 'P-256', kid: 'a' },
        x: expect.stringMatching(/^[\w-]{43}$/),
        y: expect.stringMatching(/^[\w-]{43}$/),
      });
      const form = `${new URLSearchParams({ response: await encryptAnswer(presented, jwk) })}`;
      const session = { state: 's', open: answerOpener(openKey(masterKey, 'a', sealed)) };
      expect(readAnswer(form, session)).toMatchObject({ kind: 'presented', presentation: 'x' });
      const other = { state: 's', open: answerOpener(openKey(masterKey, 'b', sealNewKey(masterKey, 'b'))) };
      expect(() => readAnswer(form, other)).toThrow(
        expect.objectContaining({ details: { error: 'invalid_request', code: 'ANSWER_NOT_DECRYPTABLE' } }),
      );
    }
  });

  it('derives the key of RFC 7518 appendix C', () => {
    const bob = createECDH('prime256v1');
    bob.setPrivateKey('VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw', 'base64url');
    const alice = createECDH('prime256v1');
    alice.setPrivateKey('0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo', 'base64url');
    // AES-128-GCM of “{}” under VqqN6vgjbSBcIijNcacQGg, with a vector of zeros and the header “h”.
    const sealed = {
      encryption: 'A128GCM' as const,
      ephemeral: alice.getPublicKey(),
      otherInfo: Buffer.from('\0\0\0\x07A128GCM\0\0\0\x05Alice\0\0\0\x03Bob\0\0\0\x80', 'latin1'),
      iv: Buffer.alloc(12),
      ciphertext: Buffer.from('ccae', 'hex'),
      tag: Buffer.from('11f6b6f16ca429a6a12ad40179836274', 'hex'),
      additional: Buffer.from('h'),
    };
    const open = answerOpener(bob);
    expect(Buffer.from(open(sealed)).toString()).toBe('{}');
    expect(() => open({ ...sealed, additional: Buffer.from('i') })).toThrow();
    expect(() => open({ ...sealed, tag: Buffer.alloc(16) })).toThrow();
    expect(() => open({ ...sealed, tag: sealed.tag.subarray(0, 12) })).toThrow();
    expect(() => open({ ...sealed, encryption: 'A256GCM' })).toThrow();
  });

  it('takes no point that is not of the curve', () => {
    const key = createECDH('prime256v1');
    const point = Buffer.from(key.generateKeys());
    point[64] = (point[64] as number) ^ 1;
    const open = answerOpener(key);
    for (const ephemeral of [point, Buffer.concat([Uint8Array.of(4), Buffer.alloc(64)])]) {
      const empty = { iv: Buffer.alloc(12), tag: Buffer.alloc(16) };
      const rest = { otherInfo: Buffer.alloc(0), ciphertext: Buffer.alloc(0), additional: Buffer.alloc(0) };
      expect(() => open({ encryption: 'A128GCM', ephemeral, ...empty, ...rest })).toThrow(
        expect.objectContaining({ code: 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY' }),
      );
    }
  });
});

it('the key of one request is not opened as that of another, nor under another master key', () => {
  const sealed = sealNewKey(masterKey, 'a');
  const attempts = [() => openKey(masterKey, 'b', sealed), () => openKey(randomBytes(32), 'a', sealed)];
  for (const attempt of attempts) {
    let failure: unknown;
    try {
      attempt();
    } catch (error) {
      failure = error;
    }
    expect(errorCodeOf(failure)).toBe('KEY_SEALED');
  }
});
