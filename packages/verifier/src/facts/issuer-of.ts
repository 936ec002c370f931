import type { Issuer, LoadedBundle } from '@eslabon/bundle';
import { formatEthrDid, parseEthrDid } from '@eslabon/core';

/**
 * The authority that an issuer's DID stands for, past ones included; `undefined` when there is none on this chain.
 * The DID is compared as written, so that no other spelling of a chain id or address passes for it.
 */
export function issuerOf(bundle: LoadedBundle, did: string): Issuer | undefined {
  let address: ReturnType<typeof parseEthrDid>['address'];
  try {
    address = parseEthrDid(did).address;
  } catch {
    return undefined;
  }
  return did === formatEthrDid({ chainId: bundle.chainId, address })
    ? bundle.issuers.get(address)
    : undefined;
}
