import { arrangementSlots, authoritySlots, statusSlots, storageRoot } from '@eslabon/bundle';
import type { RegistryFacts } from '@eslabon/core';
import { expect } from '@jest/globals';
import { bytesToHex } from 'viem';
import { getProof } from '../client/get-proof.js';
import type { TestRegistries } from './start-registries.js';

/** Compares the storage that facts give with what the chain has as of a block. */
export async function expectRoots(net: TestRegistries, facts: RegistryFacts, block: number): Promise<void> {
  const { contracts } = net.deployment;
  const rootOf = async (name: keyof typeof contracts) =>
    (await getProof(net.client, contracts[name].address, [], block)).storageHash;
  expect({
    authorities: bytesToHex(storageRoot(authoritySlots(facts.authorities))),
    arrangements: bytesToHex(storageRoot(arrangementSlots(facts.arrangements))),
    statuses: bytesToHex(storageRoot(statusSlots(facts.statuses))),
  }).toEqual({
    authorities: await rootOf('authorityRegistry'),
    arrangements: await rootOf('arrangementRegistry'),
    statuses: await rootOf('statusRegistry'),
  });
}
