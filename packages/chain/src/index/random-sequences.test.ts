import type { CertificateType, Country, OperatorRole } from '@eslabon/core';
import { certificateTypes, inForce, operatorRoleMask, operatorRoles } from '@eslabon/core';
import { arrangementRegistryAbi } from '@eslabon/did-registry';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringToHex } from 'viem';
import { readContract } from '../client/read-contract.js';
import { expectRoots } from '../testing/expect-roots.js';
import { seededRandom } from '../testing/random.js';
import { randomInstructions } from '../testing/random-instructions.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { createEventIndex } from './create-event-index.js';
import { createMemoryEventStore } from './create-memory-event-store.js';
import type { EventIndex } from './event-index.js';

const founders = ['BO', 'CL', 'CO', 'MX', 'PE'];
const random = seededRandom(20_261_122);
const taken = new Map<string, number>();

let net: TestRegistries;
let index: EventIndex;

beforeAll(async () => {
  net = await startRegistries(founders);
  const { client, deployment } = net;
  const store = createMemoryEventStore();
  index = createEventIndex({ client, deployment, deployBlock: deployment.deployBlock, store });
});

afterAll(async () => {
  await net.anvil.stop();
});

describe('after random instructions of five authorities and those that follow them', () => {
  it('the facts give the storage roots of the chain, all along', async () => {
    const give = randomInstructions(net, founders, random);
    for (let accepted = 0; accepted < 200; ) {
      const kind = await give();
      if (kind === undefined) continue;
      taken.set(kind, (taken.get(kind) ?? 0) + 1);
      if (++accepted % 20 === 0) {
        const { head } = await index.sync();
        await expectRoots(net, index.factsAt(), head);
      }
    }
    // A generator that the chain refuses everything of would prove nothing.
    expect(taken.size).toBe(13);
  });

  it('something of everything is among the facts', () => {
    const { authorities, arrangements, statuses } = index.factsAt();
    expect(authorities.records.some(({ removedAt }) => removedAt > 0)).toBe(true);
    expect(authorities.records.length).toBeGreaterThan(5);
    expect(authorities.proposals.some(({ executedAt }) => executedAt === 0)).toBe(true);
    expect(arrangements.arrangements.some(({ versions }) => versions.length > 1)).toBe(true);
    expect(arrangements.arrangements.some(({ suspensions }) => suspensions.length > 0)).toBe(true);
    expect(statuses.lists.length).toBeGreaterThan(5);
    expect(index.keySetsAt().size).toBeGreaterThan(1);
    expect(index.changedAt().size).toBeGreaterThan(1);
  });

  it('the facts of past blocks give the roots of those blocks', async () => {
    const { deployBlock } = net.deployment;
    const head = index.head();
    for (let block = deployBlock + 3; block <= head; block += 11) {
      await expectRoots(net, index.factsAt(block), block);
    }
  });

  it('inForce here answers as the contract does', async () => {
    const head = index.head();
    const { arrangements } = index.factsAt();
    const countries = [...founders, 'UY'] as Country[];
    const times = arrangements.arrangements.flatMap(({ accessions, suspensions }) =>
      [...accessions, ...suspensions].flatMap(({ periods }) =>
        periods.flatMap(({ from, until }) => [from - 1, from, until, until - 1]),
      ),
    );
    const answers = { found: 0, none: 0 };
    for (let i = 0; i < 600; i++) {
      const [a, b] = [random.pick(countries), random.pick(countries)];
      const certificateType = random.pick(Object.keys(certificateTypes) as CertificateType[]);
      const role = random.pick<OperatorRole>(operatorRoles);
      const at = Math.max(0, random.pick(times));
      const own = inForce(arrangements, { a, b, certificateType, role, at });
      const [found, arrangement, version] = await readContract(net.client, {
        address: net.deployment.contracts.arrangementRegistry.address,
        abi: arrangementRegistryAbi,
        functionName: 'inForce',
        args: [
          ...([stringToHex(a), stringToHex(b)] as const),
          ...([certificateTypes[certificateType].bit, operatorRoleMask([role]), at] as const),
        ],
        blockNumber: head,
      });
      expect(own ? [true, own.arrangement, own.version] : [false, 0, 0]).toEqual([
        found,
        arrangement,
        version,
      ]);
      answers[found ? 'found' : 'none']++;
    }
    expect(answers.found).toBeGreaterThan(20);
    expect(answers.none).toBeGreaterThan(20);
  });
});
