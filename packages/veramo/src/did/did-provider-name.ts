import type { Did } from '@eslabon/core';
import { networkName } from './network-name.js';

/** Name under which the DID manager knows the did:ethr provider of the DID's chain: `did:ethr:0x9e55c`. */
export function didProviderName(did: Did): string {
  return `did:ethr:${networkName(did)}`;
}
