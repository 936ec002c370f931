import type { Address } from '@eslabon/core';

/** What a did:ethr says by itself. */
export interface EthrIdentity {
  did: string;
  chainId: number;
  /** Whose changes ERC-1056 tells of. */
  address: Address;
  /** Of a DID that is a public key: the compressed key in hexadecimal without 0x, as the DID has it. */
  publicKeyHex: string | undefined;
}

/** A chain that did:ethr is resolved on. */
export interface EthrNetwork {
  chainId: number;
  /** Names besides the chain id in hexadecimal. `mainnet` may also be left out of a DID. */
  names?: readonly string[];
}
