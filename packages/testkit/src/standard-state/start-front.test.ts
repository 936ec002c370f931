import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hex } from '@eslabon/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createPublicClient, createTestClient, createWalletClient, http, keccak256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { Anvil, AnvilOptions } from '../anvil/start-anvil.js';
import { startAnvil } from '../anvil/start-anvil.js';
import { testKey } from '../keys/test-key.js';
import { headerHash } from './header-hash.js';

const running: Anvil[] = [];
const emptyRoot = keccak256('0x80');

/** Writes the second word of its calldata to the slot that is the first, after reading slot 7. */
const runtime = '600754506020356000355500';
const bytecode: Hex = `0x6${'0c'.padStart(1, '0')}`;

async function start(options: AnvilOptions = {}) {
  const anvil = await startAnvil(options);
  running.push(anvil);
  const transport = http(anvil.rpcUrl);
  const client = createPublicClient({ transport, pollingInterval: 10 });
  const account = privateKeyToAccount(testKey('writer'));
  const wallet = createWalletClient({ account, transport });
  const send = async (transaction: { to?: Hex; data: Hex }) => {
    const hash = await wallet.sendTransaction({ ...transaction, chain: null, type: 'legacy', gasPrice: 0n });
    return client.waitForTransactionReceipt({ hash });
  };
  const raw = async (number: bigint) =>
    (await client.request({
      method: 'eth_getBlockByNumber',
      params: [`0x${number.toString(16)}`, false],
    })) as unknown as Record<string, string>;
  return { anvil, client, send, raw, test: createTestClient({ mode: 'anvil', transport }) };
}

type Net = Awaited<ReturnType<typeof start>>;

/** Constructor that returns the runtime code behind it. */
async function deploy({ send }: Net): Promise<Hex> {
  const size = (runtime.length / 2).toString(16).padStart(2, '0');
  const constructor = `60${size}600c60003960${size}6000f3`;
  const { contractAddress } = await send({ data: `0x${constructor}${runtime}` });
  return contractAddress as Hex;
}

const word = (value: number) => value.toString(16).padStart(64, '0');
const write = ({ send }: Net, to: Hex, slot: number, value: number) =>
  send({ to, data: `0x${word(slot)}${word(value)}` });

const storageHash = async ({ client }: Net, address: Hex, blockNumber?: bigint) =>
  (await client.getProof({ address, storageKeys: [], ...(blockNumber === undefined ? {} : { blockNumber }) }))
    .storageHash;

afterEach(async () => {
  for (const anvil of running.splice(0)) await anvil.stop();
});
