import { nonceOf, setStatus } from '@eslabon/chain';
import type { AgentParts } from '../../agent-parts.js';
import { unixSeconds } from '../../platform/clock.js';
import { type StatusBatchRow, statusBatchTable, statusChangeTable } from '../status-table.js';
import { foldWords, takeBatch } from './fold-words.js';

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys' | 'client' | 'clock'>;

/** Seconds for which a signed instruction may be submitted. */
const lifetime = 3600;

/**
 * The instruction to deliver next: the one that was not finished, or a new one from the changes that wait. It is signed
 * and stored before it is sent for the first time, so that a crash at any moment leads to the same instruction again.
 */
export async function openBatch(parts: Parts): Promise<StatusBatchRow | undefined> {
  const [open] = await parts.database.read.find(statusBatchTable, {
    where: { state: 'open' },
    order: { id: 'ASC' },
    take: 1,
  });
  if (open !== undefined) return open;
  const queued = await parts.database.read.find(statusChangeTable, {
    where: { state: 'queued' },
    order: { sequence: 'ASC' },
    take: 2048,
  });
  const [first] = queued;
  if (first === undefined) return undefined;
  // A change that comes from a batch which the contract refused goes alone, so that the others are not held up.
  const alone = queued.findIndex((change) => change.batchId !== null);
  const changes =
    alone === 0
      ? [first]
      : takeBatch(alone < 0 ? queued : queued.slice(0, alone), parts.config.wordsPerInstruction);
  const signed = await signWords(parts, foldWords(changes));
  return parts.database.transaction(async (manager) => {
    const row = await manager.save(statusBatchTable, {
      ...signed,
      state: 'open' as const,
      transaction: null,
      attempts: 0,
      createdAt: parts.clock().toISOString(),
    });
    for (const { id } of changes) {
      await manager.update(statusChangeTable, { id }, { state: 'sent', batchId: row.id });
    }
    return row as StatusBatchRow;
  });
}

/** Signs an instruction with the authority's next nonce and a fresh deadline. */
export async function signWords(
  { config, keys, client, clock }: Parts,
  changes: StatusBatchRow['changes'],
): Promise<Pick<StatusBatchRow, 'changes' | 'nonce' | 'deadline' | 'signature'>> {
  const { deployment } = config;
  const nonce = await nonceOf(client, deployment.contracts.statusRegistry.address, keys.address);
  const deadline = unixSeconds(clock()) + lifetime;
  const { digest } = instructionOf({ config, keys }, { changes, nonce, deadline });
  return { changes, nonce, deadline, signature: await keys.signDigest(`${keys.did}#controller`, digest) };
}

/** The EIP-712 instruction of a batch. */
export function instructionOf(
  { config, keys }: Pick<Parts, 'config' | 'keys'>,
  { changes, nonce, deadline }: Pick<StatusBatchRow, 'changes' | 'nonce' | 'deadline'>,
) {
  return setStatus({
    deployment: config.deployment,
    authority: keys.address,
    changes: changes.map(({ list, word, ...masks }) => ({
      list,
      word,
      revoke: BigInt(masks.revoke),
      suspend: BigInt(masks.suspend),
      reinstate: BigInt(masks.reinstate),
    })),
    nonce,
    deadline,
  });
}
