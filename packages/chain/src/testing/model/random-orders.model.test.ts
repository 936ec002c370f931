import type { Country } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { revertHints } from '@eslabon/did-registry';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getBlock } from '../../client/get-block.js';
import { createEventIndex } from '../../index/create-event-index.js';
import { createMemoryEventStore } from '../../index/create-memory-event-store.js';
import type { EventIndex } from '../../index/event-index.js';
import { expectRoots } from '../expect-roots.js';
import { seededRandom } from '../random.js';
import type { TestRegistries } from '../start-registries.js';
import { startRegistries } from '../start-registries.js';
import type { BatchCarrier } from './batch-carrier.js';
import { createBatchCarrier } from './batch-carrier.js';
import { encodeOrder } from './encode-order.js';
import type { Order } from './order.js';
import type { OrderSource } from './random-order.js';
import { randomOrder } from './random-order.js';
import { applyOrder, createRegistryModel, modelFacts } from './registry-model.js';

const wanted = Number(process.env.ESLABON_MODEL_INSTRUCTIONS ?? 10_000);
const perBlock = 20;
const founders = ['BO', 'CL', 'CO', 'MX', 'PE'] as Country[];

let net: TestRegistries;
let index: EventIndex;
let carrier: BatchCarrier;
let source: OrderSource;
/** Instructions by kind that were taken, and refused instructions by error. */
const taken = new Map<string, number>();
const refused = new Map<string, number>();

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
const sum = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);

beforeAll(async () => {
  net = await startRegistries(founders);
  const { client, deployment } = net;
  const founding = await getBlock(client, deployment.deployBlock + 1);
  source = {
    random: seededRandom(20_261_123),
    people: new Map(founders.map((country) => net.authority(country)).map((one) => [one.address, one])),
    model: createRegistryModel({
      chainId: deployment.chainId,
      contracts: Object.values(deployment.contracts).map(({ address }) => lowerHex(address)),
      founders: founders.map((country) => ({ country, did: net.authority(country).address })),
      timestamp: founding.timestamp,
    }),
  };
  const store = createMemoryEventStore();
  index = createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store });
  carrier = await createBatchCarrier(net.anvil, client);
});

afterAll(async () => {
  await net.anvil.stop();
});

/** Mines a block of random orders and compares what became of each with what the model says. */
async function mineBlock(number: number, timestamp: number): Promise<void> {
  const block = { number, timestamp };
  const orders: Order[] = [];
  const calls = [];
  const predicted: (string | undefined)[] = [];
  while (orders.length < perBlock) {
    const order = randomOrder(source, block);
    calls.push(await encodeOrder(net.deployment, source.model.did, order));
    predicted.push(applyOrder(source.model, order, block));
    orders.push(order);
  }
  const outcomes = await carrier.carry(calls, block);
  for (const [position, order] of orders.entries()) {
    const error = predicted[position];
    const outcome = outcomes[position];
    const code = error && revertHints[error as keyof typeof revertHints].code;
    if (outcome?.error !== error || outcome?.code !== code) {
      const ours = error ?? 'taken';
      const theirs = outcome?.error ?? 'taken';
      throw new Error(
        `Block ${number}: ${ours} by the model, ${theirs} by the chain: ${describeOrder(order)}`,
      );
    }
    if (error !== undefined) count(refused, error);
    else if ('envelope' in order) count(taken, order.action.kind);
  }
}

function describeOrder(order: Order): string {
  return JSON.stringify(order, (_key, value) => (typeof value === 'bigint' ? value.toString(16) : value));
}

describe(`after ${wanted} random instructions that the contracts took`, () => {
  it('facts alone give the storage roots of the chain all along, and every refusal is that of the model', async () => {
    let { number, timestamp } = await getBlock(net.client, 'latest');
    for (let next = 500; sum(taken) < wanted; ) {
      number += 1;
      timestamp += 1 + source.random.below(30);
      await mineBlock(number, timestamp);
      if (sum(taken) < Math.min(next, wanted)) continue;
      next += 500;
      const { head } = await index.sync();
      expect(head).toBe(number);
      await expectRoots(net, modelFacts(source.model), head);
      await expectRoots(net, index.factsAt(), head);
    }
  }, 900_000);

  it('every kind of instruction was taken, and refusals were of many kinds', () => {
    expect([...taken.keys()].sort()).toEqual([
      ...['accede', 'approve', 'attestKeys', 'propose', 'resume', 'setStatus', 'suspend', 'withdraw'],
    ]);
    expect([...refused.keys()]).toEqual(
      expect.arrayContaining([
        ...['InstructionWrongChain', 'InstructionExpired', 'InstructionNonce', 'SignatureHighS'],
        ...['SignatureMalformed', 'SignerNotAuthorized', 'NotMember', 'RevokedIsFinal', 'NotSuspended'],
        ...['ConflictingChange', 'AlreadyApproved', 'ProposalClosed', 'KeySetStale', 'InstantInPast'],
        ...['AlreadyAcceded', 'NotAcceded', 'NotAParty', 'RecognitionAlreadySuspended'],
      ]),
    );
  });
});
