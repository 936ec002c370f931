import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { encodeBytes32String } from 'ethers';
import type { AgentKey } from '../keys/agent-keys.js';
import { publicKeyOf } from '../keys/public-key-of.js';

/** Attribute names of ERC-1056 keys, `did/pub/<algorithm>/<purpose>/<encoding>`, of the types that are published. */
const attributeNames: Readonly<Partial<Record<AgentKey['type'], string>>> = {
  Secp256r1: 'did/pub/P256/veriKey/hex',
  Ed25519: 'did/pub/Ed25519/veriKey/hex',
};

export interface KeyAttribute {
  name: Hex;
  nameText: string;
  value: Hex;
}

/**
 * The ERC-1056 attribute that publishes a key. A DID resolver counts attributes and delegates in the order of their
 * publication: the first one becomes `delegate-1`, the second `delegate-2`.
 * @returns `name`, 32 bytes, zero padded, and `nameText`, the same readable; `value`, the bytes of the key.
 * @throws EslabonError KEY_UNSUPPORTED for secp256k1 (the controller needs no attribute) and for bytes that are no key.
 */
export function attributeFor(key: AgentKey): KeyAttribute {
  const nameText = attributeNames[key.type];
  if (nameText === undefined) {
    throw new EslabonError('KEY_UNSUPPORTED', `The ${key.type} key “${key.kid}” is not published.`, {
      hints: ['The controller key stands in the DID document by itself; publish P-256 and Ed25519 keys.'],
    });
  }
  // Checked because a published attribute can be revoked but never taken back.
  publicKeyOf(key);
  return { name: encodeBytes32String(nameText) as Hex, nameText, value: `0x${key.publicKeyHex}` };
}
