import { awaitOutcome, nonceOf, toRefusal } from '@eslabon/chain';
import { EslabonError, type Hex } from '@eslabon/core';
import type { AgentParts } from '../../agent-parts.js';
import { unixSeconds } from '../../platform/clock.js';
import { type StatusBatchRow, statusBatchTable } from '../status-table.js';
import { instructionOf, signWords } from './open-batch.js';
import { settleBatch } from './settle-batch.js';
import { splitBatch } from './split-batch.js';

export type WriterParts = Pick<
  AgentParts,
  'config' | 'database' | 'keys' | 'client' | 'clock' | 'submitter' | 'follower' | 'log'
>;

/** Seconds that must be left before the deadline for a submission to make sense. */
const margin = 120;

const outcomePollMs = 20;

/** What the contract says when trying again cannot help. */
const final = new Set([
  'CHAIN_REVOKED_IS_FINAL',
  'CHAIN_NOT_SUSPENDED',
  'CHAIN_REVERTED',
  'CHAIN_INSTRUCTION_SIGNATURE',
  // Too many words for one block of the carrier; one at a time they may fit.
  'CHAIN_GAS_ALLOWANCE',
  'CHAIN_INSTRUCTION_WRONG_CHAIN',
]);

/**
 * Delivers one instruction. It may be called again after a crash at any point: the nonce on the chain tells whether the
 * instruction was carried out, and its signature makes a second submission harmless.
 * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_TIMEOUT… when it should be tried again later.
 */
export async function deliverBatch(parts: WriterParts, batch: StatusBatchRow): Promise<void> {
  const registry = parts.config.deployment.contracts.statusRegistry.address;
  const nonce = await nonceOf(parts.client, registry, parts.keys.address);
  if (nonce > batch.nonce) {
    await parts.follower.sync();
    await settleBatch(parts, batch, undefined);
    return;
  }
  const current = await withValidSignature(parts, batch, nonce);
  const instruction = instructionOf(parts, current);
  try {
    const { hash } = await parts.submitter.submit({
      to: instruction.to,
      data: instruction.encode(current.signature as Hex),
    });
    await parts.database.transaction((manager) =>
      manager.update(statusBatchTable, { id: batch.id }, { transaction: hash }),
    );
    const outcome = await awaitOutcome(parts.submitter, hash, { pollMs: outcomePollMs });
    if (outcome.state === 'reverted') throw toRefusal(hash, outcome);
    await parts.follower.sync();
    await settleBatch(parts, { ...current, transaction: hash }, outcome.blockNumber);
  } catch (error) {
    if (!(error instanceof EslabonError) || !final.has(error.code)) throw error;
    await splitBatch(parts, batch, error);
  }
}

/** Signs again when the deadline is near, or when the chain went back behind the nonce (a restored node). */
async function withValidSignature(
  parts: WriterParts,
  batch: StatusBatchRow,
  nonce: number,
): Promise<StatusBatchRow> {
  if (batch.nonce === nonce && batch.deadline > unixSeconds(parts.clock()) + margin) return batch;
  const signed = await signWords(parts, batch.changes);
  await parts.database.transaction((manager) => manager.update(statusBatchTable, { id: batch.id }, signed));
  return { ...batch, ...signed };
}
