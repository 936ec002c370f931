import { encodeBundle, type SealTrust, type TrustAnchor } from '@eslabon/bundle';
import {
  blockAt,
  type ChainClient,
  collectBundle,
  createEventIndex,
  createMemoryEventStore,
  createNodePool,
  type EventIndex,
  type EventStore,
  getBlock,
  healIndex,
} from '@eslabon/chain';
import { EslabonError, errorCodeOf } from '@eslabon/core';
import { writeAtomically } from '../../files/write-atomically.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { parseInstant } from '../../verify/parse-instant.js';
import { loadProver } from '../open/load-prover.js';
import type { BuildOptions } from './build-command.js';
import { buildSentences } from './build-sentences.js';
import { demandNodeUrl } from './demand-node-url.js';
import { startReadingProgress } from './start-reading-progress.js';

/**
 * Makes a bundle from nodes of the chain and the seals of its validators, proves it as a border post will, and writes it
 * to `options.out`, whole or not at all.
 * @throws EslabonError TRUST_*, CHAIN_*, BUNDLE_*, FILE_UNWRITABLE; INPUT_INVALID for options
 */
export async function buildBundle(options: BuildOptions, session: Session): Promise<number> {
  const { io, language } = session;
  for (const url of options.rpc) demandNodeUrl(url);
  const at = options.at === undefined ? undefined : parseInstant(options.at);
  if (at !== undefined && options.block !== undefined) {
    throw new EslabonError('INPUT_INVALID', 'Only one of --at and --block can be given.');
  }
  if (at !== undefined && at > io.now()) {
    throw new EslabonError('DATE_INVALID', `${options.at} is still to come.`, {
      hints: ['Leave --at out for the newest block.'],
    });
  }
  // Whose attestations count makes no difference for seals.
  const { trust, prove } = await loadProver(io, { ...options, as: 'ZZ' });
  const { anchor } = trust;
  const { checkpoint } = demandSeals(anchor, trust.path);
  const client = createNodePool({
    rpcUrls: options.rpc,
    chainId: anchor.chainId,
    now: () => io.now().getTime(),
  });
  const index = await readEvents(client, anchor, session);
  const collect = async () => {
    const blockNumber = await blockOf(client, index, { at, block: options.block });
    return collectBundle({ client, deployment: anchor, index, blockNumber, checkpoint });
  };
  const content = await collect().catch(async (error: unknown) => {
    if (errorCodeOf(error) !== 'CHAIN_INDEX_DIVERGED') throw error;
    printLines(io.stderr, [buildSentences[language].healing]);
    await healIndex({ client, deployment: anchor, index });
    return collect();
  });
  const file = encodeBundle(content);
  const { block, trust: proven } = prove(file);
  await writeAtomically(io, options.out, file);
  if (proven.mode === 'sealed') {
    const { signers, validators } = proven;
    const { built } = buildSentences[language];
    printLines(io.stdout, [built(options.out, file.length, block.number, signers, validators)]);
  }
  return 0;
}

function demandSeals({ seals }: TrustAnchor, path: string): SealTrust {
  if (seals !== undefined) return seals;
  throw new EslabonError('BUNDLE_TRUST_MODE', `The trust anchor “${path}” has no checkpoint.`, {
    hints: [
      'Without one, nothing makes a bundle from a node credible: fetch one that an authority attested instead.',
      'A checkpoint comes from your own administration, in a trust anchor with “seals”.',
    ],
  });
}

/** Follows the events from the first block of the registries to the newest, and shows how far it is. */
async function readEvents(
  client: ChainClient,
  anchor: TrustAnchor,
  { io, language }: Session,
): Promise<EventIndex> {
  const first = anchor.deployBlock ?? 0;
  const { number: newest } = await getBlock(client, 'latest');
  const progress = await startReadingProgress(io, language, { first, newest });
  const memory = createMemoryEventStore();
  const store: EventStore = {
    ...memory,
    async append(batch) {
      await memory.append(batch);
      progress.show(batch.head.number);
    },
  };
  const index = createEventIndex({ client, deployment: anchor, deployBlock: first, store });
  try {
    await index.sync();
  } finally {
    progress.stop();
  }
  return index;
}

async function blockOf(
  client: ChainClient,
  index: EventIndex,
  { at, block }: { at: Date | undefined; block: number | undefined },
): Promise<number> {
  const head = index.head();
  if (at !== undefined) return blockAt(client, Math.floor(at.getTime() / 1000), index.deployBlock, head);
  if (block === undefined) return head;
  if (block >= index.deployBlock && block <= head) return block;
  throw new EslabonError(
    'CHAIN_BLOCK_UNKNOWN',
    `Block ${block} is not between ${index.deployBlock} and ${head}.`,
    {
      hints: ['The registries begin at their first block; newer blocks come as the chain goes on.'],
    },
  );
}
