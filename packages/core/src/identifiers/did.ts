import { z } from 'zod';
import { EslabonError } from '../errors/eslabon-error.js';
import type { Address } from './hex.js';

/** did:ethr with the chain id in hexadecimal and a lower-case address: `did:ethr:0x9e55c:0x…` (ERC-1056). */
export const ethrDidSchema = z
  .string()
  .regex(/^did:ethr:0x[1-9a-f][0-9a-f]{0,15}:0x[0-9a-f]{40}$/, 'must be did:ethr:<chain id in hex>:<address>')
  .brand<'Did'>();

export type Did = z.infer<typeof ethrDidSchema>;

export interface EthrDid {
  chainId: number;
  address: Address;
}

/** Builds the DID of an ERC-1056 identity. `chainId` is decimal, `address` 20 bytes of hexadecimal. */
export function formatEthrDid({ chainId, address }: EthrDid): Did {
  return ethrDidSchema.parse(`did:ethr:0x${chainId.toString(16)}:${address.toLowerCase()}`);
}

/**
 * Reads chain id and address out of a did:ethr.
 * @throws EslabonError DID_INVALID when it is not one, or has no explicit chain id.
 */
export function parseEthrDid(did: string): EthrDid {
  if (!ethrDidSchema.safeParse(did).success) {
    throw new EslabonError('DID_INVALID', `“${did.slice(0, 100)}” is not a did:ethr with a chain id.`, {
      hints: ['Write did:ethr:<chain id in hexadecimal>:<address>, for instance did:ethr:0x9e55c:0x….'],
    });
  }
  const [, , chainId, address] = did.split(':') as [string, string, string, Address];
  return { chainId: Number(chainId), address };
}
