import type { BundleContent, RpcBlock, TrustAnchor } from '@eslabon/bundle';
import { encodeBundle, encodeHeader } from '@eslabon/bundle';
import type { Hash, Hex } from '@eslabon/core';
import { sealHeader } from '@eslabon/testkit';
import { chainId } from '../../network/start-chain.js';
import type { BuiltBundle } from '../chain/collect.js';
import { validatorsOf } from '../chain/sealed-chain.js';
import type { Random } from '../plan/random.js';
import { createRandom } from '../plan/random.js';
import type { Scenario } from '../plan/scenarios.js';
import { toHex } from './hex.js';
import { syntheticDeployment, syntheticFacts } from './synthetic-facts.js';
import { buildState } from './tries.js';

const number = 34_567_890;
const trustingPeriod = 30 * 86_400;

/**
 * The bundle of a network too large for a development chain: facts as they would be stored, in real storage tries, below
 * a real state trie with the accounts of a public network, under a header with real seals.
 */
export async function buildSynthetic(scenario: Scenario): Promise<BuiltBundle> {
  const deployment = syntheticDeployment(chainId);
  const { facts, keySets, writtenAt } = syntheticFacts(scenario);
  const state = buildState(facts, deployment);
  const random = createRandom(`block of ${scenario.name}`);
  const timestamp = writtenAt + 3_600;
  const validators = validatorsOf(scenario.validators).sort((a, b) => (a.address < b.address ? -1 : 1));
  const block = blockOf(state.stateRoot, timestamp, random);
  const header = await seal(block, validators);

  const started = performance.now();
  const content: BundleContent = {
    chainId,
    header,
    trust: { mode: 'sealed', hops: [] },
    nodes: state.prove(),
    facts,
    keySets,
  };
  const file = encodeBundle(content);
  const buildMs = performance.now() - started;

  const checkpoint = {
    ...{ number: number - 40_000, hash: toHex(random.bytes(32)), timestamp: timestamp - 86_400 },
    validators: validators.map(({ address }) => address),
  };
  const trust: TrustAnchor = { ...deployment, attestors: [], seals: { checkpoint, trustingPeriod } };
  return { content, file, trust, now: timestamp + 60, buildMs };
}

/** A block with transactions in it, as a busy network has: hashes that cannot be compressed, and a bloom with some bits. */
function blockOf(stateRoot: Hash, timestamp: number, random: Random): RpcBlock {
  const hash = (): Hash => toHex(random.bytes(32));
  const bloom = new Uint8Array(256);
  for (let bit = 0; bit < 60; bit++) {
    const at = random.below(2048);
    bloom[at >> 3] = (bloom[at >> 3] as number) | (1 << (at & 7));
  }
  const quantity = (value: number): Hex => `0x${value.toString(16)}`;
  return {
    parentHash: hash(),
    sha3Uncles: hash(),
    miner: `0x${'00'.repeat(20)}`,
    stateRoot,
    transactionsRoot: hash(),
    receiptsRoot: hash(),
    logsBloom: toHex(bloom),
    difficulty: '0x1',
    number: quantity(number),
    gasLimit: quantity(150_000_000),
    gasUsed: quantity(1_234_567),
    timestamp: quantity(timestamp),
    extraData: '0x',
    mixHash: hash(),
    nonce: '0x0000000000000000',
  };
}

async function seal(block: RpcBlock, validators: ReturnType<typeof validatorsOf>): Promise<Uint8Array> {
  const sealed = await sealHeader(block, {
    protocol: 'qbft',
    validators: validators.map(({ address }) => address),
    proposer: validators[0]?.address ?? (block.miner as Hex),
    round: 0,
    signers: validators,
  });
  return encodeHeader(sealed);
}
