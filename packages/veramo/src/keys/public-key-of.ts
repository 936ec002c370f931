import { EslabonError } from '@eslabon/core';
import type { PublicKey } from '@eslabon/credentials';
import { decodeMultikey, encodeMultikey } from '@eslabon/credentials';
import type { AgentKey } from './agent-keys.js';
import { jwsAlgorithms } from './jws-algorithm.js';

/**
 * The public key of an agent's key, as key sets and signature checks take it.
 * @throws EslabonError KEY_UNSUPPORTED when `publicKeyHex` is not a compressed point or key of its type.
 */
export function publicKeyOf({ kid, type, publicKeyHex }: AgentKey): PublicKey {
  if (!/^([0-9a-f]{2})+$/.test(publicKeyHex)) {
    throw new EslabonError('KEY_UNSUPPORTED', `The ${type} key “${kid}” is not in lower-case hexadecimal.`, {
      hints: ['Write compressed points (33 bytes) and Ed25519 keys (32 bytes) without 0x.'],
    });
  }
  const bytes = Uint8Array.from(publicKeyHex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return decodeMultikey(encodeMultikey({ algorithm: jwsAlgorithms[type], bytes }));
}
