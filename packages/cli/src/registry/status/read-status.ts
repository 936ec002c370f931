import type { Deployment } from '@eslabon/bundle';
import { createChainClient, createEventIndex, createMemoryEventStore, getBlock } from '@eslabon/chain';
import type { Address, NonceFact, RegistryFacts, StatusListFact } from '@eslabon/core';
import { arrangementsInForce } from '../../bundle/arrangements-in-force.js';
import type { RegistryStatus } from './registry-status.js';

/** What stands for “none” in AuthorityRegistry. */
const noAddress = `0x${'0'.repeat(40)}`;

/**
 * Reads all events of the registries and sums up what they hold as of the newest block.
 * @throws EslabonError CHAIN_*
 */
export async function readStatus(rpcUrl: string, deployment: Deployment): Promise<RegistryStatus> {
  const { chainId, deployBlock = 0 } = deployment;
  const client = createChainClient({ rpcUrl, chainId });
  const store = createMemoryEventStore();
  const index = createEventIndex({ client, deployment, deployBlock, store });
  const { head } = await index.sync();
  const { timestamp } = await getBlock(client, head);
  const facts = index.factsAt();
  const { records, successor, proposals } = facts.authorities;
  return {
    chainId,
    block: { number: head, time: instantOf(timestamp) },
    authorities: records.map(({ did, country, admittedAt, removedAt, keySetBlock }) => ({
      country,
      did,
      admittedAt: instantOf(admittedAt),
      removedAt: removedAt === 0 ? null : instantOf(removedAt),
      keySetBlock: keySetBlock === 0 ? null : keySetBlock,
      nonces: noncesOf(facts, did),
    })),
    successor: successor === noAddress ? null : successor,
    arrangements: arrangementsInForce(facts.arrangements, timestamp),
    counts: {
      members: records.filter(({ removedAt }) => removedAt === 0).length,
      records: records.length,
      proposals: proposals.length,
      openProposals: proposals.filter((one) => one.executedAt === 0 && one.expiresAt > timestamp).length,
      arrangements: facts.arrangements.arrangements.length,
      statusLists: facts.statuses.lists.length,
      revoked: sumOf(facts.statuses.lists, ({ revoked }) => revoked),
      suspended: sumOf(facts.statuses.lists, ({ suspended }) => suspended),
    },
  };
}

function noncesOf({ authorities, arrangements, statuses }: RegistryFacts, did: Address) {
  const nonceIn = (nonces: readonly NonceFact[]) =>
    nonces.find(({ authority }) => authority === did)?.nonce ?? 0;
  return {
    authorityRegistry: nonceIn(authorities.nonces),
    arrangementRegistry: nonceIn(arrangements.nonces),
    statusRegistry: nonceIn(statuses.nonces),
  };
}

function sumOf(lists: readonly StatusListFact[], wordsOf: (list: StatusListFact) => Map<number, bigint>) {
  let sum = 0;
  for (const list of lists) for (const word of wordsOf(list).values()) sum += bitCount(word);
  return sum;
}

function bitCount(word: bigint): number {
  return word.toString(2).replaceAll('0', '').length;
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
