import type { ManagedKeyInfo } from '@veramo/core';
import type { AgentKey } from './agent-keys.js';
import { jwsAlgorithms } from './jws-algorithm.js';

/** Name of the one key management system of the kernel. */
export const kmsName = 'agent';

/**
 * The key as Veramo describes keys. Only its JWS algorithm is named: without `eth_signTransaction` the did:ethr provider
 * never signs a transaction with it.
 */
export function toManagedKey({ kid, type, publicKeyHex }: AgentKey): ManagedKeyInfo {
  return { kid, kms: kmsName, type, publicKeyHex, meta: { algorithms: [jwsAlgorithms[type]] } };
}
