import type { KeyObject } from 'node:crypto';
import { createECDH, createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Address, Did } from '@eslabon/core';
import { formatEthrDid } from '@eslabon/core';
import { computeAddress, SigningKey } from 'ethers';
import type { AgentKeys } from '../keys/agent-keys.js';
import { findKey } from '../keys/find-key.js';

export interface TestAgentKeys extends AgentKeys {
  did: Did;
  address: Address;
  /** Of the controller key, for tests that send transactions themselves. */
  privateKey: string;
}

/** Keys of an authority that are always the same for a label: controller, delegate-1 (P-256), delegate-2 (Ed25519). */
export function testAgentKeys(label: string, chainId: number): TestAgentKeys {
  const controller = new SigningKey(seed(label, 'controller'));
  const address = computeAddress(controller).toLowerCase() as Address;
  const p256 = p256Key(seed(label, 'p256'));
  const ed25519 = ed25519Key(seed(label, 'ed25519'));
  const list = [
    {
      kid: `${label}/controller`,
      fragment: 'controller',
      type: 'Secp256k1' as const,
      publicKeyHex: controller.compressedPublicKey.slice(2),
    },
    { kid: `${label}/p256`, fragment: 'delegate-1', type: 'Secp256r1' as const, ...p256.public },
    { kid: `${label}/ed25519`, fragment: 'delegate-2', type: 'Ed25519' as const, ...ed25519.public },
  ];
  const keys: AgentKeys = {
    list: () => list,
    sign: async (kid, data) => {
      const { type } = findKey(keys, kid);
      if (type === 'Ed25519') return sign(null, data, ed25519.key);
      if (type === 'Secp256r1') return sign('sha256', data, { key: p256.key, dsaEncoding: 'ieee-p1363' });
      const { r, s } = controller.sign(createHash('sha256').update(data).digest());
      return Buffer.from(r.slice(2) + s.slice(2), 'hex');
    },
    signDigest: async (_kid, digest) => controller.sign(digest).serialized as `0x${string}`,
  };
  return {
    ...keys,
    did: formatEthrDid({ chainId, address }),
    address,
    privateKey: controller.privateKey,
  };
}

function seed(label: string, key: string): Buffer {
  return createHash('sha256').update(`eslabon test key: ${label} ${key}`).digest();
}

interface SoftKey {
  key: KeyObject;
  public: { publicKeyHex: string };
}

function p256Key(secret: Buffer): SoftKey {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(secret);
  const point = ecdh.getPublicKey();
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: secret.toString('base64url'),
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  return { key, public: { publicKeyHex: ecdh.getPublicKey('hex', 'compressed') } };
}

function ed25519Key(secret: Buffer): SoftKey {
  // PKCS #8 of RFC 8410 §7 is a fixed prefix and the seed.
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ format: 'der', type: 'pkcs8', key: Buffer.concat([prefix, secret]) });
  const x = createPublicKey(key).export({ format: 'jwk' }).x as string;
  return { key, public: { publicKeyHex: Buffer.from(x, 'base64url').toString('hex') } };
}
