import type { Checkpoint, ConsensusPeriod } from '@eslabon/bundle';
import { decodeExtraData, decodeHeader } from '@eslabon/bundle';
import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { hexToBytes } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { collectHeader } from './collect-header.js';
import { collectSealedHeader, requireProtocol } from './collect-sealed-header.js';
import { requireSound } from './require-sound.js';

/**
 * A block as a checkpoint for trust anchors: its hash and the validators that it declares. Its seals are checked; the
 * genesis block has none. That these validators are the network's own is the word of this one node: compare the hash with
 * other nodes, and with other administrations, before anybody is given it.
 * @param consensus as the deployment has it
 * @throws EslabonError CHAIN_RESPONSE_INVALID when the block is not sealed as its protocol asks; BUNDLE_VALIDATORS when
 * the chain leaves its validators to a contract; CHAIN_BLOCK_UNKNOWN; INPUT_INVALID when `consensus` has no protocol for
 * the block
 */
export async function collectCheckpoint(
  client: ChainClient,
  consensus: readonly ConsensusPeriod[],
  blockNumber: number,
): Promise<Checkpoint> {
  const { number, hash, timestamp, validators } =
    blockNumber === 0
      ? await collectGenesis(client, consensus)
      : await collectSealedHeader(client, blockNumber, consensus);
  return { number, hash, timestamp, validators };
}

async function collectGenesis(
  client: ChainClient,
  consensus: readonly ConsensusPeriod[],
): Promise<Checkpoint> {
  const protocol = requireProtocol(consensus, 0);
  const { number, hash, timestamp, rlp } = await collectHeader(client, 0, consensus);
  const { validators } = requireSound('genesis', () =>
    decodeExtraData(protocol, hexToBytes(decodeHeader(rlp).fields.extraData as Hex)),
  );
  if (validators.length > 0) return { number, hash, timestamp, validators: [...validators] };
  throw new EslabonError(
    'BUNDLE_VALIDATORS',
    'The genesis block names no validators: the chain leaves them to a contract, which is not supported yet.',
    { hints: ['Have blocks attested by the administration instead.'] },
  );
}
