import type { Did } from '@eslabon/core';
import { parseEthrDid } from '@eslabon/core';

/**
 * The did:ethr network of a DID: its chain id in hexadecimal with `0x`. It must be given to Veramo as the network's
 * name, or Veramo writes `did:ethr:9e55c:…`, which nobody resolves.
 */
export function networkName(did: Did): string {
  return `0x${parseEthrDid(did).chainId.toString(16)}`;
}
