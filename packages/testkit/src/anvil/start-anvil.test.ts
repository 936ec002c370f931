import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createPublicClient, createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { testKey } from '../keys/test-key.js';
import { connectNode } from '../standard-state/node.js';
import { anvilBinary } from './anvil-binary.js';
import { catchUpClock } from './catch-up-clock.js';
import type { Anvil, AnvilOptions } from './start-anvil.js';
import { startAnvil } from './start-anvil.js';

const started: Anvil[] = [];

async function start(options?: AnvilOptions): Promise<Anvil> {
  const anvil = await startAnvil(options);
  started.push(anvil);
  return anvil;
}

afterEach(async () => {
  for (const anvil of started.splice(0)) await anvil.stop();
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function sendNothing(rpcUrl: string): Promise<void> {
  const account = privateKeyToAccount(testKey('penniless'));
  const wallet = createWalletClient({ account, transport: http(rpcUrl) });
  const hash = await wallet.sendTransaction({
    chain: null,
    to: account.address,
    type: 'legacy',
    gasPrice: 0n,
  });
  const client = createPublicClient({ transport: http(rpcUrl), pollingInterval: 20 });
  await client.waitForTransactionReceipt({ hash });
}

describe('startAnvil', () => {
  it('runs a Berlin chain on which an account without funds can transact', async () => {
    const anvil = await start();
    const client = createPublicClient({ transport: http(anvil.rpcUrl) });
    expect(await client.getChainId()).toBe(648540);
    await sendNothing(anvil.rpcUrl);
    const block = await client.getBlock();
    expect(block.number).toBe(1n);
    expect(block.baseFeePerGas ?? null).toBeNull();
  });

  it('runs several chains side by side and ends each by its own handle', async () => {
    const [one, two] = await Promise.all([start({ chainId: 1111 }), start({ chainId: 2222 })]);
    expect(one.port).not.toBe(two.port);
    await one.stop();
    await one.stop();
    expect(isAlive(one.pid)).toBe(false);
    expect(isAlive(two.pid)).toBe(true);
    expect(await createPublicClient({ transport: http(two.rpcUrl) }).getChainId()).toBe(2222);
  });

  it('makes blocks at the time of this machine, also when the node counted from an earlier one', async () => {
    const { rpcUrl, nodeUrl } = await start();
    const node = connectNode(nodeUrl);
    const nextBlock = async () => {
      await node.ask('evm_mine', []);
      return Number((await createPublicClient({ transport: http(rpcUrl) }).getBlock()).timestamp);
    };
    const now = Math.floor(Date.now() / 1_000);
    const behind = now - 100;
    await node.ask('evm_setTime', [behind]);
    await catchUpClock(nodeUrl);
    expect(await nextBlock()).toBeGreaterThanOrEqual(now);

    const ahead = now + 1_000;
    await node.ask('evm_setTime', [ahead]);
    await catchUpClock(nodeUrl);
    expect(await nextBlock()).toBeGreaterThanOrEqual(ahead);
  });

  it('keeps the chain over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eslabon-anvil-'));
    try {
      const statePath = join(folder, 'chain.json');
      const first = await start({ statePath });
      await sendNothing(first.rpcUrl);
      await sendNothing(first.rpcUrl);
      const before = await createPublicClient({ transport: http(first.rpcUrl) }).getBlock();
      await first.stop();

      const second = await start({ statePath, port: first.port });
      const after = await createPublicClient({ transport: http(second.rpcUrl) }).getBlock();
      expect(after.number).toBe(2n);
      expect(after.hash).toBe(before.hash);
    } finally {
      for (const anvil of started.splice(0)) await anvil.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('fails when the port is taken', async () => {
    const { port } = await start({ chainId: 1111 });
    await expect(startAnvil({ port, chainId: 2222 })).rejects.toThrow(/in use/i);
  });

  it("fails with anvil's own words when it ends at once", async () => {
    await expect(startAnvil({ chainId: -1 })).rejects.toThrow(/anvil ended at once.*It said: error/is);
  });
});

describe('anvilBinary', () => {
  it('finds the executable of this platform', () => {
    expect(existsSync(anvilBinary())).toBe(true);
  });

  it('names the missing package on a platform without one', () => {
    expect(() => anvilBinary('sunos', 'sparc')).toThrow('@foundry-rs/anvil-sunos-sparc');
  });

  it('ends a chain that answers nothing any more', async () => {
    const anvil = await start();
    process.kill(anvil.pid, 'SIGSTOP');
    await anvil.stop();
    expect(isAlive(anvil.pid)).toBe(false);
  }, 60_000);
});
