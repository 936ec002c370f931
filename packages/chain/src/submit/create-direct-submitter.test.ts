import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EslabonError } from '@eslabon/core';
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

/** A node that answers one method with something else. */
function answering(client: ChainClient, wrong: string, answer: unknown): ChainClient {
  const request: ChainClient['request'] = async (method, params) =>
    method === wrong ? answer : client.request(method, params);
  return { ...client, request };
}

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
      expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toEqual({ state: 'mined', blockNumber: 1 });
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
      for (let i = 0; i < 3; i++) {
        const { hash } = await submitter.submit({ to, data: word(i) });
        // What the node has not mined yet it does not keep either.
        expect(await awaitOutcome(submitter, hash)).toMatchObject({ state: 'mined' });
      }
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

  it('sends a transaction again that the node forgot, and those behind it are mined too', async () => {
    const [, client] = await start();
    await client.request('evm_setAutomine', [false]);
    const submitter = createDirectSubmitter({ client, privateKey, resendAfterMs: 0 });
    const sent = [];
    for (let i = 0; i < 3; i++) sent.push(await submitter.submit({ to, data: word(i), gas: 50_000n }));
    const [first] = sent as [{ hash: `0x${string}` }];
    await client.request('anvil_dropTransaction', [first.hash]);
    expect(await client.request('eth_getTransactionByHash', [first.hash])).toBeNull();
    for (const { hash } of sent) expect(await submitter.outcome(hash)).toEqual({ state: 'pending' });
    await client.request('evm_mine');
    for (const { hash } of sent)
      expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toEqual({ state: 'mined', blockNumber: 1 });
  });

  it('says that a transaction is lost when its nonce went to another', async () => {
    const [, client] = await start();
    await client.request('evm_setAutomine', [false]);
    const submitter = createDirectSubmitter({ client, privateKey, resendAfterMs: 0 });
    const { hash } = await submitter.submit({ to, data: word(0), gas: 50_000n });
    await client.request('anvil_dropTransaction', [hash]);
    const other = createDirectSubmitter({ client, privateKey });
    await other.submit({ to, data: word(1), gas: 50_000n });
    await client.request('evm_mine');
    await expect(awaitOutcome(submitter, hash, { pollMs: 5 })).rejects.toMatchObject({
      code: 'CHAIN_TIMEOUT',
      details: { hash, nonce: 0 },
    });
    const again = await submitter.submit({ to, data: word(0), gas: 50_000n });
    await client.request('evm_mine');
    expect(await awaitOutcome(submitter, again.hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  });

  it('delivers what only its hash is known of, when asked what became of it', async () => {
    const [, client] = await start();
    let isCut = true;
    const submitter = createDirectSubmitter({
      // The transaction never leaves.
      client: {
        ...client,
        async request(method, params) {
          if (isCut && method === 'eth_sendRawTransaction') {
            throw new EslabonError('CHAIN_UNREACHABLE', 'cut');
          }
          return client.request(method, params);
        },
      },
      privateKey,
      resendAfterMs: 0,
    });
    const error = await submitter.submit({ to, data: word(0) }).catch((e: EslabonError) => e);
    isCut = false;
    const { hash } = (error as EslabonError).details as { hash: `0x${string}` };
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toEqual({ state: 'mined', blockNumber: 1 });
  });

  it('goes on behind transactions of an earlier process that the node does not count', async () => {
    const [, client] = await start();
    await client.request('evm_setAutomine', [false]);
    const earlier = createDirectSubmitter({ client, privateKey });
    for (let i = 0; i < 3; i++) await earlier.submit({ to, data: word(i), gas: 50_000n });
    const submitter = createDirectSubmitter({
      client: {
        ...client,
        request: (method, params) =>
          method === 'eth_getTransactionCount'
            ? client.request(method, [address, 'latest'])
            : client.request(method, params),
      },
      privateKey,
    });
    const sent = [];
    for (let i = 3; i < 6; i++) sent.push(await submitter.submit({ to, data: word(i), gas: 50_000n }));
    await client.request('evm_mine');
    for (const { hash } of sent)
      expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toEqual({ state: 'mined', blockNumber: 1 });
    expect(await minedNonces(client)).toBe(6);
  });

  it.each([
    ['a nonce that is none', 'eth_getTransactionCount', 'many'],
    ['another hash', 'eth_sendRawTransaction', testKey('another transaction')],
    ['nothing for gas', 'eth_estimateGas', null],
  ])('finds out a node that answers %s', async (_, nonsense, answer) => {
    const [, client] = await start();
    const submitter = createDirectSubmitter({ client: answering(client, nonsense, answer), privateKey });
    await expect(submitter.submit({ to, data: '0x' })).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });

  it.each([
    ['a word', 'mined'],
    [
      'one of another transaction',
      { transactionHash: testKey('another'), status: '0x1', blockNumber: '0x1' },
    ],
    ['one without a status', { blockNumber: '0x1' }],
    ['a status that is none', { status: '0x2', blockNumber: '0x1' }],
    ['a block that is none', { status: '0x1', blockNumber: 'first' }],
  ])('finds out a node that gives %s for a receipt', async (_, given) => {
    const [, client] = await start();
    const { hash } = await createDirectSubmitter({ client, privateKey }).submit({ to, data: '0x' });
    const answer = typeof given === 'string' ? given : { transactionHash: hash, ...given };
    const submitter = createDirectSubmitter({
      client: answering(client, 'eth_getTransactionReceipt', answer),
      privateKey,
    });
    await expect(submitter.outcome(hash)).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
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
