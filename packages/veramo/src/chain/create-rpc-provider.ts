import { FetchRequest, JsonRpcProvider, Network } from 'ethers';

const timeoutMs = 10_000;

/**
 * ethers' provider without what makes it slow or stale: no network detection (which would also retry for ever while the
 * node is away), no cached answers, no batches (did:ethr resolution asks one question after the other).
 */
export function createRpcProvider(rpcUrl: string, chainId: number): JsonRpcProvider {
  const request = new FetchRequest(rpcUrl);
  request.timeout = timeoutMs;
  return new JsonRpcProvider(request, chainId, {
    staticNetwork: Network.from(chainId),
    cacheTimeout: -1,
    batchMaxCount: 1,
    pollingInterval: 100,
  });
}
