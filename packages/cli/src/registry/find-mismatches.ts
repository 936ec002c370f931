import type { Deployment } from '@eslabon/bundle';
import { askChainId, type ContractName, comparePins, createChainClient } from '@eslabon/chain';

/** What is another than the deployment pins. */
export interface DeploymentMismatch {
  what: 'chainId' | ContractName;
  pinned: string;
  /** Absent where there is no code. */
  found?: string | undefined;
}

/**
 * Compares chain id and code hashes with what is pinned. Nothing means that the chain is the pinned one.
 * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_RESPONSE_INVALID
 */
export async function findMismatches(rpcUrl: string, deployment: Deployment): Promise<DeploymentMismatch[]> {
  const { chainId, contracts } = deployment;
  const found = await askChainId(rpcUrl);
  if (found !== chainId) return [{ what: 'chainId', pinned: String(chainId), found: String(found) }];
  const mismatches = await comparePins(createChainClient({ rpcUrl, chainId }), contracts);
  return mismatches.map(({ contract, pinned, found: hash }) => ({ what: contract, pinned, found: hash }));
}
