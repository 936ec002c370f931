import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Anvil } from '@eslabon/testkit';
import { startAnvil, testAccount, testKey } from '@eslabon/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ChainClient } from '../client/create-chain-client.js';
import { createChainClient } from '../client/create-chain-client.js';
import { awaitOutcome } from './await-outcome.js';
import { createDirectSubmitter } from './create-direct-submitter.js';

const chainId = 648540;
const to = testAccount('receiver').address;
const { address, privateKey } = testAccount('carrier');
const running: Anvil[] = [];

async function start(options: Parameters<typeof startAnvil>[0] = {}): Promise<[Anvil, ChainClient]> {
  const anvil = await startAnvil(options);
  running.push(anvil);
  return [anvil, createChainClient({ rpcUrl: anvil.rpcUrl, chainId })];
}

afterEach(async () => {
  for (const anvil of running.splice(0)) await anvil.stop();
});

async function minedNonces(client: ChainClient): Promise<number> {
  return Number(await client.request('eth_getTransactionCount', [address, 'latest']));
}

/** Data that tells transactions apart. */
const word = (i: number) => `0x${i.toString(16).padStart(64, '0')}` as const;

describe('createDirectSubmitter', () => {
  it('mines 50 parallel submits in their order, without a gap', async () => {
    const [, client] = await start();
    const submitter = createDirectSubmitter({ client, privateKey });
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, i) => submitter.submit({ to, data: word(i) })),
    );
    const outcomes = await Promise.all(sent.map(({ hash }) => awaitOutcome(submitter, hash)));
    expect(outcomes).toEqual(Array.from({ length: 50 }, (_, i) => ({ state: 'mined', blockNumber: i + 1 })));
    expect(await minedNonces(client)).toBe(50);
  });

  it('keeps its own count while nothing is mined', async () => {
    const [, client] = await start();
    await client.request('evm_setAutomine', [false]);
    const submitter = createDirectSubmitter({ client, privateKey });
    const sent = [];
    for (let i = 0; i < 20; i++) sent.push(await submitter.submit({ to, data: word(i), gas: 50_000n }));
    const first = sent[0] as { hash: `0x${string}` };
    expect(await submitter.outcome(first.hash)).toEqual({ state: 'pending' });
    await client.request('evm_mine');
    for (const { hash } of sent)
      expect(await submitter.outcome(hash)).toEqual({ state: 'mined', blockNumber: 1 });
  });

  it('sends legacy transactions at no price', async () => {
    const [, client] = await start();
    const { hash } = await createDirectSubmitter({ client, privateKey }).submit({ to, data: '0x' });
    expect(await client.request('eth_getTransactionByHash', [hash])).toMatchObject({
      type: '0x0',
      gasPrice: '0x0',
      from: address,
      chainId: '0x9e55c',
    });
  });

  it('goes on after another user of the account took its nonce', async () => {
    const [, client] = await start();
    const one = createDirectSubmitter({ client, privateKey });
    const two = createDirectSubmitter({ client, privateKey });
    for (let i = 0; i < 6; i++) await (i % 3 === 0 ? one : two).submit({ to, data: word(i) });
    const racing = await Promise.all(
      [one, two, one, two].map((submitter, i) => submitter.submit({ to, data: word(100 + i) })),
    );
    for (const { hash } of racing) expect(await awaitOutcome(one, hash)).toMatchObject({ state: 'mined' });
    expect(await minedNonces(client)).toBe(10);
  });

  it('survives a restart of the node that keeps the chain', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eslabon-submit-'));
    try {
      const statePath = join(folder, 'chain.json');
      const [anvil, client] = await start({ statePath });
      const submitter = createDirectSubmitter({ client, privateKey });
      for (let i = 0; i < 3; i++) await submitter.submit({ to, data: word(i) });
      await anvil.stop();
      await expect(submitter.submit({ to, data: word(3) })).rejects.toMatchObject({
        code: 'CHAIN_UNREACHABLE',
      });
      const [again] = await start({ statePath, port: anvil.port });
      const { hash } = await submitter.submit({ to, data: word(4) });
      expect(await awaitOutcome(submitter, hash)).toMatchObject({ state: 'mined' });
      expect(await minedNonces(client)).toBe(4);
      await again.stop();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('survives a restart of the node that loses the chain, unnoticed between two submits', async () => {
    const [anvil, client] = await start();
    const submitter = createDirectSubmitter({ client, privateKey });
    for (let i = 0; i < 3; i++) await submitter.submit({ to, data: word(i) });
    await anvil.stop();
    await start({ port: anvil.port });
    const { hash } = await submitter.submit({ to, data: word(3) });
    expect(await awaitOutcome(submitter, hash)).toEqual({ state: 'mined', blockNumber: 1 });
  });

  it('names the transaction that may have arrived when the node goes away', async () => {
    const [anvil, client] = await start();
    const submitter = createDirectSubmitter({
      // The node dies when it is handed the transaction.
      client: {
        ...client,
        async request(method, params) {
          if (method === 'eth_sendRawTransaction') await anvil.stop();
          return client.request(method, params);
        },
      },
      privateKey,
    });
    await expect(submitter.submit({ to, data: '0x' })).rejects.toMatchObject({
      code: 'CHAIN_UNREACHABLE',
      details: { hash: expect.stringMatching(/^0x[0-9a-f]{64}$/) },
    });
  });

  it('counts a transaction as sent when only the answer was lost', async () => {
    const [, client] = await start();
    let isFirst = true;
    const submitter = createDirectSubmitter({
      // Delivers the first transaction twice, as the second attempt over a new connection does.
      client: {
        ...client,
        async request(method, params) {
          if (method === 'eth_sendRawTransaction' && isFirst) {
            isFirst = false;
            await client.request(method, params);
          }
          return client.request(method, params);
        },
      },
      privateKey,
    });
    for (let i = 0; i < 3; i++) {
      const { hash } = await submitter.submit({ to, data: word(i) });
      expect(await awaitOutcome(submitter, hash)).toEqual({ state: 'mined', blockNumber: i + 1 });
    }
  });

  it('says that a transaction is not mined when the patience is over', async () => {
    const [, client] = await start();
    const submitter = createDirectSubmitter({ client, privateKey });
    await expect(
      awaitOutcome(submitter, testKey('no transaction'), { timeoutMs: 30, pollMs: 5 }),
    ).rejects.toMatchObject({
      code: 'CHAIN_TIMEOUT',
    });
  });
});
