import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RpcBlock } from '@eslabon/bundle';
import {
  blockHash,
  decodeExtraData,
  decodeHeader,
  encodeHeader,
  protocolAt,
  verifySeals,
} from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createPublicClient, createTestClient, createWalletClient, hexToBytes, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { Anvil, AnvilOptions } from '../anvil/start-anvil.js';
import { startAnvil } from '../anvil/start-anvil.js';
import { testAccount } from '../keys/test-account.js';
import { testKey } from '../keys/test-key.js';
import { headerFaults } from './header-faults.js';
import type { HeaderFault, SealSchedule } from './seal-schedule.js';

type ShownBlock = RpcBlock & { hash: Hash; transactions: readonly unknown[] };

const running: Anvil[] = [];

afterEach(async () => {
  for (const anvil of running.splice(0)) await anvil.stop();
});

async function start(options: AnvilOptions) {
  const anvil = await startAnvil(options);
  running.push(anvil);
  const transport = http(anvil.rpcUrl);
  const client = createPublicClient({ transport, pollingInterval: 10 });
  const wallet = createWalletClient({ account: privateKeyToAccount(testKey('penniless')), transport });
  const ask = (method: 'eth_getBlockByNumber' | 'eth_getBlockByHash', which: string, whole = false) =>
    client.request({ method, params: [which, whole] } as never) as Promise<ShownBlock>;
  return {
    anvil,
    client,
    request: (method: string, params: unknown[]) => client.request({ method, params } as never),
    mine: (blocks: number) => createTestClient({ mode: 'anvil', transport }).mine({ blocks }),
    block: (number: number) => ask('eth_getBlockByNumber', `0x${number.toString(16)}`),
    wholeBlock: (hash: Hash) => ask('eth_getBlockByHash', hash, true),
    pending: () => ask('eth_getBlockByNumber', 'pending'),
    async transact(nonce?: number) {
      const hash = await wallet.sendTransaction({
        chain: null,
        ...(nonce === undefined ? {} : { nonce }),
        to: '0x'.padEnd(42, '1') as Hash,
        type: 'legacy',
        gasPrice: 0n,
      });
      return client.waitForTransactionReceipt({ hash });
    },
  };
}

const account = (name: string) => testAccount(`validator ${name}`);
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(account) as [
  Account,
  Account,
  Account,
  Account,
  Account,
];
type Account = ReturnType<typeof account>;
const addresses = (...set: Account[]) => set.map(({ address }) => address).sort();

/** IBFT 2.0, from block 5 on QBFT; one validator replaced at block 7; two blocks of later rounds. */
const schedule: SealSchedule = {
  consensus: [
    { fromBlock: 0, protocol: 'ibft2' },
    { fromBlock: 5, protocol: 'qbft' },
  ],
  validators: [
    { fromBlock: 0, validators: [a, b, c, d] },
    { fromBlock: 7, validators: [a, b, c, e] },
  ],
  rounds: new Map([
    [3, 1],
    [6, 2],
  ]),
};

const read = (block: ShownBlock) => {
  const header = decodeHeader(encodeHeader(block));
  const protocol = protocolAt(schedule.consensus, header.number) as 'qbft';
  return { header, protocol, hash: blockHash(protocol, header) };
};

describe('a sealed development chain', () => {
  it('is one chain of sealed headers over rounds, a change of validators and a change of protocol', async () => {
    const net = await start({ seal: schedule });
    await net.mine(9);
    let parent = await net.block(0);
    expect(read(parent).hash).toBe(parent.hash);
    expect(decodeExtraData('ibft2', hexToBytes(parent.extraData as Hash))).toMatchObject({
      validators: addresses(a, b, c, d),
      seals: [],
    });
    for (let number = 1; number <= 9; number++) {
      const block = await net.block(number);
      const { protocol, header, hash } = read(block);
      expect(protocol).toBe(number < 5 ? 'ibft2' : 'qbft');
      expect(block.parentHash).toBe(parent.hash);
      expect(verifySeals(protocol, header)).toMatchObject({
        hash: block.hash,
        round: schedule.rounds?.get(number) ?? 0,
        validators: number < 7 ? addresses(a, b, c, d) : addresses(a, b, c, e),
      });
      expect(hash).toBe(block.hash);
      parent = block;
    }
  });

  it('names a block by the same hash everywhere', async () => {
    const net = await start({ seal: schedule });
    const receipt = await net.transact();
    const block = await net.block(1);
    expect(receipt.blockHash).toBe(block.hash);
    expect(block.transactions).toEqual([receipt.transactionHash]);
    const whole = await net.wholeBlock(block.hash);
    expect({ ...whole, transactions: [] }).toEqual({ ...block, transactions: [] });
    expect(whole.transactions).toMatchObject([{ hash: receipt.transactionHash, blockHash: block.hash }]);
    // A block that is not mined yet is sealed by nobody.
    expect(await net.pending()).toMatchObject({ parentHash: block.hash, number: '0x2' });
  });

  it('shows the seals that the schedule says, with hashes that do not depend on them', async () => {
    const faults = new Map<number, HeaderFault>();
    const net = await start({ seal: { ...schedule, faults } });
    await net.mine(2);
    const honest = await net.block(2);
    faults.set(2, headerFaults.belowQuorum);
    const bad = await net.block(2);
    expect(bad.hash).toBe(honest.hash);
    expect(bad.extraData).not.toBe(honest.extraData);
    expect(() => verifySeals('ibft2', read(bad).header)).toThrow(
      expect.objectContaining({ code: 'BUNDLE_SEALS' }),
    );
  });

  it('is the same chain over a restart, and no chain of another schedule', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eslabon-sealed-'));
    try {
      const statePath = join(folder, 'chain.json');
      const first = await start({ statePath, seal: schedule });
      await first.transact();
      await first.mine(7);
      const before = await Promise.all([0, 1, 8].map(first.block));
      await first.anvil.stop();

      const second = await start({ statePath, seal: schedule });
      expect(await Promise.all([0, 1, 8].map(second.block))).toEqual(before);
      await second.transact();
      expect((await second.block(9)).parentHash).toBe(before[2]?.hash);
      await second.anvil.stop();

      const others: (SealSchedule | undefined)[] = [
        undefined,
        { ...schedule, validators: [{ fromBlock: 0, validators: [a, b, c, e, d] }] },
        { ...schedule, consensus: [{ fromBlock: 0, protocol: 'ibft2' }] },
      ];
      for (const seal of others) {
        await expect(start({ statePath, ...(seal && { seal }) })).rejects.toThrow('another schedule');
      }
    } finally {
      for (const anvil of running.splice(0)) await anvil.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('has no two blocks of the same time, and keeps the time that was asked for', async () => {
    const net = await start({ seal: schedule });
    const begun = Number((await net.block(0)).timestamp);
    await net.mine(30);
    await Promise.all([0, 1, 2].map(net.transact));
    // Not by the client, which may still wait for an older answer to the same question.
    const head = Number(await net.request('eth_blockNumber', []));
    const times = await Promise.all(Array.from({ length: head + 1 }, (_, number) => net.block(number)));
    for (const [number, { timestamp }] of times.entries()) {
      if (number > 0) expect(Number(timestamp)).toBeGreaterThan(Number(times[number - 1]?.timestamp));
    }
    await net.request('evm_setNextBlockTimestamp', [begun + 1_000]);
    await net.mine(1);
    expect(Number((await net.block(head + 1)).timestamp)).toBe(begun + 1_000);
    await net.request('evm_increaseTime', [500]);
    await net.transact();
    expect(Number((await net.block(head + 2)).timestamp)).toBe(begun + 1_501);
  });

  it('stands as far behind the clock as it is told, and as many blocks at once do not make it run ahead', async () => {
    const net = await start({ seal: { ...schedule, behind: 100 } });
    const now = Math.floor(Date.now() / 1_000);
    await net.mine(60);
    const { timestamp } = await net.block(60);
    expect(Number(timestamp)).toBeGreaterThanOrEqual(now - 100);
    expect(Number(timestamp)).toBeLessThan(now);
  });

  it('does not fall behind the clock', async () => {
    const net = await start({ seal: schedule });
    await net.mine(1);
    await sleep(2_100);
    const now = Math.floor(Date.now() / 1_000);
    await net.transact();
    expect(Number((await net.block(2)).timestamp)).toBeGreaterThanOrEqual(now);
  });

  it('takes in hundreds of blocks without making their seals', async () => {
    const net = await start({ seal: schedule });
    await net.mine(1_000);
    const block = await net.block(1_000);
    expect(read(block).hash).toBe(block.hash);
  });
});
