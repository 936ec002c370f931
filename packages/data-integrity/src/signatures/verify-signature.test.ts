import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { readMultikey } from '../keys/read-multikey.js';
import type { SuiteKey } from '../keys/suite-key.js';
import { suiteAlgorithms } from '../keys/suite-key.js';
import { createTestKey } from '../testing/keys.fixture.js';
import { verifySignature } from './verify-signature.js';

const data = Uint8Array.from([1, 2, 3]);

/** The same question to another implementation. */
function askNoble({ algorithm, bytes }: SuiteKey, signature: Uint8Array): boolean {
  if (algorithm === 'EdDSA') return ed25519.verify(signature, data, bytes, { zip215: false });
  return (algorithm === 'ES256' ? p256 : p384).verify(signature, data, bytes, { lowS: false });
}

describe.each(suiteAlgorithms)('%s', (algorithm) => {
  it('verifies what the independent library signed, and no bit of it changed', async () => {
    const { signer, publicKeyMultibase } = await createTestKey(algorithm);
    const key = readMultikey(publicKeyMultibase) as SuiteKey;
    const signature = await signer.sign(data);
    expect(await verifySignature(key, data, signature)).toBe(true);
    expect(askNoble(key, signature)).toBe(true);
    for (const at of [0, 31, 40, signature.length - 1]) {
      const other = signature.with(at, (signature[at] as number) ^ 1);
      expect(await verifySignature(key, data, other)).toBe(false);
    }
    expect(await verifySignature(key, data.with(0, 0), signature)).toBe(false);
  });

  it('never throws: nothing, too short, too long, all zero, all ones', async () => {
    const key = readMultikey((await createTestKey(algorithm)).publicKeyMultibase) as SuiteKey;
    for (const length of [0, 1, 63, 64, 65, 96, 97]) {
      expect(await verifySignature(key, data, new Uint8Array(length))).toBe(false);
      expect(await verifySignature(key, data, new Uint8Array(length).fill(255))).toBe(false);
    }
    expect(await verifySignature({ ...key, bytes: new Uint8Array(5) }, data, new Uint8Array(64))).toBe(false);
  });

  it('more keys than are kept are verified all the same', async () => {
    const { signer, publicKeyMultibase } = await createTestKey(algorithm);
    const key = readMultikey(publicKeyMultibase) as SuiteKey;
    const signature = await signer.sign(data);
    for (let count = 0; count < 300; count++) {
      const bytes = key.bytes.with(-1, count & 255).with(-2, count >> 8);
      await verifySignature({ algorithm, bytes }, data, signature);
    }
    expect(await verifySignature(key, data, signature)).toBe(true);
  });
});
