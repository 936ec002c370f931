import { Resolver } from 'did-resolver';
import { getResolver } from 'ethr-did-resolver';
import type { EthrNetwork } from './ethr-network.js';

/** Resolves did:ethr on one chain, without a cache: a cached document would keep rotated-out keys for ever. */
export function createDidResolver(network: EthrNetwork): Resolver {
  // The library's types name ethers' CommonJS build, whose private members make the same class another type.
  const options = { networks: [network] } as unknown as Parameters<typeof getResolver>[0];
  return new Resolver(getResolver(options), { cache: false });
}
