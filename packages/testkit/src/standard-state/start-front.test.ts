import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RpcBlock } from '@eslabon/bundle';
import type { Hex } from '@eslabon/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createPublicClient, createTestClient, createWalletClient, http, keccak256, toRlp } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { freePort } from '../anvil/free-port.js';
import type { Anvil, AnvilOptions } from '../anvil/start-anvil.js';
import { startAnvil } from '../anvil/start-anvil.js';
import { type RpcCall, serveJsonRpc } from '../http/serve-json-rpc.js';
import { testKey } from '../keys/test-key.js';
import { headerHash } from './header-hash.js';
import { connectNode } from './node.js';
import { startFront } from './start-front.js';

const running: Anvil[] = [];
const emptyRoot = keccak256('0x80');

/** Reads slot 7, then writes the second word of its calldata to the slot that the first word names. */
const runtime = '60075450602035600035' + '5500';

async function start(options: AnvilOptions = {}) {
  const anvil = await startAnvil(options);
  running.push(anvil);
  const transport = http(anvil.rpcUrl);
  const client = createPublicClient({ transport, pollingInterval: 10 });
  const account = privateKeyToAccount(testKey('writer'));
  const wallet = createWalletClient({ account, transport });
  const submit = (transaction: { to?: Hex; data: Hex; nonce?: number; gas?: bigint }) =>
    wallet.sendTransaction({ ...transaction, chain: null, type: 'legacy', gasPrice: 0n });
  const send = async (transaction: { to?: Hex; data: Hex }) =>
    client.waitForTransactionReceipt({ hash: await submit(transaction) });
  const raw = async (number: bigint) =>
    (await client.request({
      method: 'eth_getBlockByNumber',
      params: [`0x${number.toString(16)}`, false],
    })) as unknown as RpcBlock & { hash: Hex; transactions: Hex[] };
  return { anvil, client, submit, send, raw, test: createTestClient({ mode: 'anvil', transport }) };
}

type Net = Awaited<ReturnType<typeof start>>;

/** Constructor that returns the runtime code behind it. */
async function deploy({ send }: Net): Promise<Hex> {
  const size = (runtime.length / 2).toString(16).padStart(2, '0');
  const creation = `60${size}600c60003960${size}6000f3`;
  const { contractAddress } = await send({ data: `0x${creation}${runtime}` });
  return contractAddress as Hex;
}

const word = (value: number) => value.toString(16).padStart(64, '0');
const calldata = (slot: number, value: number): Hex => `0x${word(slot)}${word(value)}`;
const write = ({ send }: Net, to: Hex, slot: number, value: number) =>
  send({ to, data: calldata(slot, value) });

const storageHash = async ({ client }: Net, address: Hex, blockNumber?: bigint) =>
  (await client.getProof({ address, storageKeys: [], ...(blockNumber === undefined ? {} : { blockNumber }) }))
    .storageHash;

afterEach(async () => {
  for (const anvil of running.splice(0)) await anvil.stop();
});

/** Root of a storage with one slot, written out: a leaf with the whole hashed key as its path. */
const rootOfOne = (slot: number, value: number): Hex => {
  const key = keccak256(`0x${word(slot)}`).slice(2);
  return keccak256(toRlp([`0x20${key}`, toRlp(`0x${value.toString(16).padStart(2, '0')}`)]));
};

describe('state roots', () => {
  it('do not count slots that were read or written as zero', async () => {
    const net = await start();
    const address = await deploy(net);
    expect(await storageHash(net, address)).toBe(emptyRoot);
    await write(net, address, 1, 5);
    expect(await storageHash(net, address)).toBe(rootOfOne(1, 5));
    await write(net, address, 2, 0);
    expect(await storageHash(net, address)).toBe(rootOfOne(1, 5));
    await write(net, address, 1, 0);
    expect(await storageHash(net, address)).toBe(emptyRoot);
  });

  it('of past blocks can be asked for', async () => {
    const net = await start();
    const address = await deploy(net);
    const { blockNumber } = await write(net, address, 1, 5);
    await write(net, address, 1, 6);
    expect(await storageHash(net, address, blockNumber)).toBe(rootOfOne(1, 5));
    expect(await storageHash(net, address, blockNumber - 1n)).toBe(emptyRoot);
    await expect(storageHash(net, address, blockNumber + 2n)).rejects.toThrow('not known');
  });

  it('cover several transactions of a block, and one that failed', async () => {
    const net = await start();
    const address = await deploy(net);
    await net.test.setAutomine(false);
    const invalid = '0xfe';
    await net.submit({ to: address, data: calldata(2, 5), nonce: 1, gas: 90_000n });
    await net.submit({ data: invalid, nonce: 2, gas: 90_000n });
    await net.submit({ to: address, data: calldata(1, 5), nonce: 3, gas: 90_000n });
    await net.submit({ to: address, data: calldata(2, 0), nonce: 4, gas: 90_000n });
    await net.test.mine({ blocks: 1 });
    expect((await net.raw(2n)).transactions).toHaveLength(4);
    const { address: writer } = privateKeyToAccount(testKey('writer'));
    expect((await net.client.getProof({ address: writer, storageKeys: [] })).nonce).toBe(5);
    expect(await storageHash(net, address)).toBe(rootOfOne(1, 5));
  });
});

describe('block hashes', () => {
  it('are those of the headers, chained, and the same wherever a block is named', async () => {
    const net = await start();
    const address = await deploy(net);
    const receipt = await write(net, address, 1, 5);
    let parentHash: string | undefined;
    for (let number = 0n; number <= receipt.blockNumber; number++) {
      const block = await net.raw(number);
      expect(headerHash(block)).toBe(block.hash);
      expect(block.parentHash).toBe(parentHash ?? `0x${'00'.repeat(32)}`);
      parentHash = block.hash;
    }
    expect(receipt.blockHash).toBe(parentHash);
    expect((await net.client.getBlock({ blockHash: receipt.blockHash })).number).toBe(receipt.blockNumber);
    const transaction = await net.client.getTransaction({ hash: receipt.transactionHash });
    expect(transaction.blockHash).toBe(parentHash);
  });

  it('are the same over a restart, also when the journal was cut off', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eslabon-front-'));
    try {
      const statePath = join(folder, 'chain.json');
      const first = await start({ statePath });
      const address = await deploy(first);
      const { blockNumber } = await write(first, address, 1, 5);
      const before = [await first.raw(blockNumber - 1n), await first.raw(blockNumber)];
      await first.anvil.stop();

      const second = await start({ statePath });
      expect([await second.raw(blockNumber - 1n), await second.raw(blockNumber)]).toEqual(before);
      expect(await storageHash(second, address, blockNumber - 1n)).toBe(emptyRoot);
      await write(second, address, 1, 6);
      expect((await second.raw(blockNumber + 1n)).parentHash).toBe(before[1]?.hash);
      expect(await storageHash(second, address)).toBe(rootOfOne(1, 6));
      await second.anvil.stop();

      const journal = await readFile(`${statePath}.journal`, 'utf8');
      // Killed while it wrote the last line, and before that one block behind.
      const lines = journal.split('\n');
      await writeFile(
        `${statePath}.journal`,
        `${lines.slice(0, -2).join('\n')}\n${lines.at(-2)?.slice(0, 40)}`,
      );
      const third = await start({ statePath });
      expect(await third.raw(blockNumber)).toEqual(before[1]);
      expect(await storageHash(third, address)).toBe(rootOfOne(1, 6));
    } finally {
      for (const anvil of running.splice(0)) await anvil.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('follow a chain that goes back', async () => {
    const net = await start();
    const address = await deploy(net);
    const id = await net.test.snapshot();
    await write(net, address, 1, 5);
    await net.raw(2n);
    await net.test.revert({ id });
    await write(net, address, 1, 6);
    expect(await storageHash(net, address)).toBe(rootOfOne(1, 6));
    const block = await net.raw(2n);
    expect(headerHash(block)).toBe(block.hash);
  });

  it('take in thousands of empty blocks', async () => {
    const net = await start();
    await net.test.mine({ blocks: 3_000 });
    const block = await net.raw(3_000n);
    expect(headerHash(block)).toBe(block.hash);
  });

  it('are made one at a time, and not while earlier ones are taken in', async () => {
    const { anvil } = await start();
    const node = connectNode(anvil.nodeUrl);
    /** What the node has been asked and has not answered yet. */
    const open = new Map<RpcCall, string>();
    let changes = 0;
    const watched = await serveJsonRpc(0, async (call) => {
      if (call.method === 'evm_mine') {
        changes += 1;
        expect([...open.values()]).toEqual([]);
      }
      open.set(call, call.method);
      await sleep(5);
      const reply = await node.forward(call);
      open.delete(call);
      return reply;
    });
    const port = await freePort();
    const nodeUrl = `http://127.0.0.1:${watched.port}`;
    const front = await startFront({ port, nodeUrl, journalPath: undefined });
    try {
      const mine = () => connectNode(`http://127.0.0.1:${port}`).ask('evm_mine', []);
      await Promise.all(Array.from({ length: 10 }, mine));
      expect(changes).toBe(10);
    } finally {
      await front.close();
      await watched.close();
    }
  });
});
