import type { Checkpoint, ConsensusPeriod } from '@eslabon/bundle';
import { followValidators } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import type { CollectedSeals } from './collect-sealed-header.js';
import { collectSealedHeader } from './collect-sealed-header.js';
import { findHops } from './find-hops.js';
import { requireFewSeals } from './require-few-seals.js';
import { requireSound } from './require-sound.js';

export interface SealsToCollect {
  block: { number: number; hash: Hash };
  checkpoint: Checkpoint;
  maxHops: number;
  consensus: readonly ConsensusPeriod[] | undefined;
}

/**
 * Collects a block's header with its seals, and the sealed headers that lead to it from a checkpoint, each checked as the
 * reader of the bundle will. A header from elsewhere will not do: its hash says nothing of its seals.
 * @returns RLP; `hops` by ascending number, often none
 * @throws EslabonError BUNDLE_CHECKPOINT when the block is before the checkpoint, is another one than it, or there is no
 * way; CHAIN_RESPONSE_INVALID when a header is not sealed as it should be; CHAIN_FORKED when the node has another block
 */
export async function collectSeals(
  client: ChainClient,
  { block, checkpoint, maxHops, consensus }: SealsToCollect,
): Promise<{ header: Uint8Array; hops: Uint8Array[] }> {
  const known = new Map<number, CollectedSeals>();
  async function headerAt(number: number): Promise<CollectedSeals> {
    const header = known.get(number) ?? (await collectSealedHeader(client, number, consensus));
    known.set(number, header);
    return header;
  }
  const target = await headerAt(block.number);
  requireSame(block, target);
  if (target.number <= checkpoint.number) {
    requireCheckpoint(checkpoint, target);
    return { header: target.rlp, hops: [] };
  }
  const hops = await findHops({ checkpoint, target, headerAt, maxHops });
  // The reader's own rule, except for what it alone can say: the time, and how many validators are enough.
  const lenient = { now: 0, trustingPeriod: 0, minValidators: 1 };
  requireSound('chain of headers', () =>
    [...hops, target].reduce((trusted, next) => followValidators(trusted, next, lenient), checkpoint),
  );
  requireFewSeals([...hops, target]);
  return { header: target.rlp, hops: hops.map(({ rlp }) => rlp) };
}

function requireSame(block: SealsToCollect['block'], { number, hash }: CollectedSeals): void {
  if (hash === block.hash) return;
  throw new EslabonError(
    'CHAIN_FORKED',
    `The node has ${hash} as block ${number}, which was ${block.hash}.`,
    {
      hints: ['The node follows another fork, or the chain was started anew.'],
    },
  );
}

function requireCheckpoint(checkpoint: Checkpoint, { number, hash }: CollectedSeals): void {
  if (number === checkpoint.number && hash === checkpoint.hash) return;
  const reason =
    number < checkpoint.number
      ? `is before the checkpoint, block ${checkpoint.number}: seals lead only forward`
      : `has hash ${hash}, the checkpoint ${checkpoint.hash}`;
  throw new EslabonError('BUNDLE_CHECKPOINT', `Block ${number} ${reason}.`, {
    details: { block: number, checkpoint: checkpoint.number },
    hints: ['Take a newer block, or for a past day an older checkpoint.'],
  });
}
