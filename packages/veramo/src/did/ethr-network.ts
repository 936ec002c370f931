import type { Address, Did } from '@eslabon/core';
import { EslabonError, parseEthrDid } from '@eslabon/core';
import type { JsonRpcProvider } from 'ethers';
import { createRpcProvider } from '../chain/create-rpc-provider.js';
import { networkName } from './network-name.js';

/** Where the authority's DID lives. */
export interface DidChain {
  /** JSON-RPC over HTTP. */
  rpcUrl: string;
  chainId: number;
  /** Address of the ERC-1056 registry. */
  didRegistry: Address;
}

/** A network as the did:ethr provider and the resolver take it. */
export interface EthrNetwork {
  name: string;
  chainId: number;
  provider: JsonRpcProvider;
  registry: Address;
}

/**
 * The network configuration of a DID.
 * @throws EslabonError CONFIG_INVALID when the DID belongs to another chain.
 */
export function ethrNetwork(did: Did, { rpcUrl, chainId, didRegistry }: DidChain): EthrNetwork {
  if (parseEthrDid(did).chainId !== chainId) {
    throw new EslabonError('CONFIG_INVALID', `${did} does not belong to chain ${chainId}.`, {
      hints: [`DIDs of chain ${chainId} begin with did:ethr:0x${chainId.toString(16)}:.`],
    });
  }
  return {
    name: networkName(did),
    chainId,
    provider: createRpcProvider(rpcUrl, chainId),
    registry: didRegistry,
  };
}
