import type { ConsensusPeriod, SealedHeader } from '@eslabon/bundle';
import { decodeHeader, protocolAt, verifySeals } from '@eslabon/bundle';
import { EslabonError, errorCodeOf } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { collectHeader } from './collect-header.js';

export interface CollectedSeals extends SealedHeader {
  rlp: Uint8Array;
}

/**
 * A header that a quorum of the validators which it declares has sealed.
 * @throws EslabonError CHAIN_RESPONSE_INVALID when it is not sealed as its protocol asks; BUNDLE_VALIDATORS when the chain
 * leaves its validators to a contract; CHAIN_BLOCK_UNKNOWN; INPUT_INVALID when the deployment names no protocol
 */
export async function collectSealedHeader(
  client: ChainClient,
  blockNumber: number,
  consensus: readonly ConsensusPeriod[] | undefined,
): Promise<CollectedSeals> {
  const protocol = requireProtocol(consensus, blockNumber);
  const { rlp } = await collectHeader(client, blockNumber, consensus);
  try {
    return { ...verifySeals(protocol, decodeHeader(rlp)), rlp };
  } catch (cause) {
    // No node of the chain can do better.
    if (errorCodeOf(cause) === 'BUNDLE_VALIDATORS') throw cause;
    const why = cause instanceof Error ? ` ${cause.message}` : '';
    throw new EslabonError('CHAIN_RESPONSE_INVALID', `The node gave an unusable header.${why}`, { cause });
  }
}

/** @throws EslabonError INPUT_INVALID when no protocol seals the block, as far as the deployment says. */
export function requireProtocol(consensus: readonly ConsensusPeriod[] | undefined, blockNumber: number) {
  const protocol = protocolAt(consensus, blockNumber);
  if (protocol !== undefined) return protocol;
  throw new EslabonError(
    'INPUT_INVALID',
    `The deployment names no protocol that seals block ${blockNumber}.`,
    {
      hints: ['Add “consensus” to the deployment, or have the block attested.'],
    },
  );
}
