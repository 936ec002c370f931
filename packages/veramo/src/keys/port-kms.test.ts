import { base64urlDecode, verifySignature } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { testAgentKeys } from '../testing/test-agent-keys.js';
import { jwsAlgorithms } from './jws-algorithm.js';
import { PortKms } from './port-kms.js';
import { publicKeyOf } from './public-key-of.js';

const keys = testAgentKeys('PE', 648540);
const kms = new PortKms(keys);
const data = new TextEncoder().encode('eyJhbGciOiJ4In0.e30');

describe('PortKms', () => {
  it.each(keys.list())('signs JWS data with the $type key', async (key) => {
    const algorithm = jwsAlgorithms[key.type];
    for (const asked of [algorithm, undefined]) {
      const signature = await kms.sign({ keyRef: key, data, ...(asked ? { algorithm: asked } : {}) });
      expect(verifySignature(publicKeyOf(key), data, base64urlDecode(signature))).toBe(true);
    }
  });

  it.each([
    'eth_signTransaction',
    'eth_signMessage',
    'eth_signTypedData',
    'eth_rawSign',
    'ES256K-R',
    'ES256',
  ])('refuses %s with the controller key and never reaches the port', async (algorithm) => {
    let reached = false;
    const guarded = new PortKms({
      ...keys,
      sign: async () => {
        reached = true;
        return new Uint8Array(64);
      },
    });
    const signing = guarded.sign({ keyRef: { kid: 'PE/controller' }, algorithm, data });
    await expect(signing).rejects.toMatchObject({
      code: 'KEY_OPERATION_REFUSED',
      message: expect.stringContaining(algorithm),
    });
    expect(reached).toBe(false);
  });

  it('refuses to create, import and delete keys and to derive secrets', async () => {
    for (const refused of [kms.createKey(), kms.importKey(), kms.deleteKey(), kms.sharedSecret()]) {
      await expect(refused).rejects.toMatchObject({ code: 'KEY_OPERATION_REFUSED' });
    }
  });

  it('says which key is missing', async () => {
    await expect(kms.sign({ keyRef: { kid: 'CL/p256' }, data })).rejects.toMatchObject({
      code: 'KEY_NOT_FOUND',
      message: expect.stringContaining('CL/p256'),
    });
  });

  it('refuses what an HSM returns in DER', async () => {
    const der = new PortKms({ ...keys, sign: async () => new Uint8Array(71) });
    await expect(der.sign({ keyRef: { kid: 'PE/p256' }, data })).rejects.toMatchObject({
      code: 'CREDENTIAL_SIGNATURE',
      message: expect.stringContaining('71 bytes'),
    });
  });

  it('lists the keys of the moment without their private halves', async () => {
    const rotating = { ...keys, list: () => keys.list().slice(0, 1) };
    expect(await new PortKms(rotating).listKeys()).toEqual([
      {
        kid: 'PE/controller',
        kms: 'agent',
        type: 'Secp256k1',
        publicKeyHex: keys.list()[0]?.publicKeyHex,
        meta: { algorithms: ['ES256K'] },
      },
    ]);
    expect(await kms.listKeys()).toHaveLength(3);
  });
});
