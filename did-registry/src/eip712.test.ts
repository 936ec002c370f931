import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getAddress } from 'viem';
import { instructionDomain } from './index.js';
import type { DevRegistries } from './testing/dev-registries.js';
import { startDevRegistries } from './testing/dev-registries.js';

let dev: DevRegistries;

beforeAll(async () => {
  dev = await startDevRegistries();
});

afterAll(() => dev.stop());

describe('instructionDomain', () => {
  it.each([
    ['AuthorityRegistry', 'authorities'],
    ['ArrangementRegistry', 'arrangements'],
    ['StatusRegistry', 'statuses'],
  ] as const)('is the domain that %s publishes (ERC-5267)', async (name, key) => {
    const { domain } = await dev.client.getEip712Domain({ address: dev[key].address });
    const { salt, ...published } = domain;
    expect(BigInt(salt)).toBe(0n);
    expect(published).toEqual(instructionDomain(name, 648540, getAddress(dev[key].address)));
  });
});
