import { EslabonError } from '@eslabon/core';
import type { Anvil, FaultyNode } from '@eslabon/testkit';
import { freePort, startAnvil, startFaultyNode, testKey } from '@eslabon/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { awaitOutcome } from '../../submit/await-outcome.js';
import { createDirectSubmitter } from '../../submit/create-direct-submitter.js';
import type { ChainClient } from '../create-chain-client.js';
import { createChainClient } from '../create-chain-client.js';
import { getBlock } from '../get-block.js';
import { getProof } from '../get-proof.js';
import type { NodePool, NodePoolOptions } from './create-node-pool.js';
import { createNodePool } from './create-node-pool.js';
import type { NodeFinding } from './gather-failures.js';

const chainId = 648540;
const account = `0x${'11'.repeat(20)}` as const;
const head = 8;
const latest = (client: ChainClient) => getBlock(client, 'latest');

let anvil: Anvil;
let foreign: Anvil;
let nodes: [FaultyNode, FaultyNode, FaultyNode];
/** Milliseconds since 1970: when the newest block was made, and later as tests have it. */
let clock: number;

beforeAll(async () => {
  [anvil, foreign] = await Promise.all([startAnvil(), startAnvil({ chainId: 1 })]);
  await createChainClient({ rpcUrl: anvil.rpcUrl, chainId }).request('anvil_mine', ['0x8', '0x3c']);
});

afterAll(() => Promise.all([anvil.stop(), foreign.stop()]));

beforeEach(async () => {
  nodes = (await Promise.all([1, 2, 3].map(() => startFaultyNode(anvil.rpcUrl)))) as typeof nodes;
  clock = (await latest(createChainClient({ rpcUrl: anvil.rpcUrl, chainId }))).timestamp * 1000;
});

afterEach(() => Promise.all(nodes.map((node) => node.close())));

const nameOf = ({ rpcUrl }: { rpcUrl: string }) => new URL(rpcUrl).host;

function open(options: Partial<NodePoolOptions> = {}): NodePool {
  const rpcUrls = nodes.map(({ rpcUrl }) => rpcUrl);
  return createNodePool({ rpcUrls, chainId, timeoutMs: 400, now: () => clock, ...options });
}

/** Which nodes are asked, by their place, while `work` goes on. */
async function askedIn(work: () => Promise<unknown>): Promise<number[]> {
  const before = nodes.map(({ asked }) => asked.length);
  await work();
  return [0, 1, 2].filter((at) => nodes[at]?.asked.length !== before[at]);
}

async function failureOf(work: Promise<unknown>): Promise<EslabonError> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof EslabonError) return outcome;
  throw new Error(`expected a failure of ours, got ${String(outcome)}`);
}

const codesIn = ({ details }: EslabonError) =>
  (details.nodes as NodeFinding[]).map(({ node, code }) => [node, code]);

describe('a request', () => {
  it('goes to the first node and to no other', async () => {
    const pool = open();
    expect(await askedIn(() => latest(pool))).toEqual([0]);
    expect(pool.status()).toEqual(nodes.map((node) => ({ node: nameOf(node), ok: true })));
  });

  it.each([
    ['is down', { isDown: true }],
    ['hangs', { hangs: true }],
  ])('goes to the next when a node %s, which is then left alone for a while', async (_, faults) => {
    const pool = open();
    nodes[0].faults = faults;
    expect((await latest(pool)).number).toBe(head);
    expect(await askedIn(() => latest(pool))).toEqual([1]);
    expect(pool.status()[0]).toMatchObject({ ok: false, code: 'CHAIN_UNREACHABLE' });
    nodes[0].faults = {};
    clock += 1_000;
    expect(await askedIn(() => latest(pool))).toEqual([0]);
    expect(pool.status()[0]).toEqual({ node: nameOf(nodes[0]), ok: true });
  });

  it('leaves a node alone twice as long each time, thirty seconds at the most', async () => {
    const pool = open();
    nodes[0].faults = { isDown: true };
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      expect(await askedIn(() => latest(pool))).toEqual([0, 1]);
      clock += seconds * 1000 - 1;
      expect(await askedIn(() => latest(pool))).toEqual([1]);
      clock += 1;
    }
  });

  it('goes to the next when a node is of another chain', async () => {
    const pool = open({ rpcUrls: [foreign.rpcUrl, nodes[1].rpcUrl] });
    expect((await latest(pool)).number).toBe(head);
    expect(pool.status()[0]).toMatchObject({ ok: false, code: 'CHAIN_MISMATCH' });
  });

  it('stays with what a node refuses: another would too', async () => {
    const refused = open().request('eth_noSuchMethod');
    await expect(refused).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
    expect(nodes[1].asked).toEqual([]);
  });

  it('that none can answer says what each node did, and no secret of its address', async () => {
    const port = await freePort();
    nodes[1].faults = { hangs: true };
    const secret = nodes[1].rpcUrl.replace('http://', 'http://agent:pass-word@');
    const pool = open({
      rpcUrls: [
        `http://127.0.0.1:${port}/v3/access-token`,
        `${secret}/path-token`,
        foreign.rpcUrl,
        foreign.rpcUrl,
      ],
    });
    const failure = await failureOf(latest(pool));
    expect(failure.code).toBe('CHAIN_UNREACHABLE');
    expect(codesIn(failure)).toEqual([
      [`127.0.0.1:${port}`, 'CHAIN_UNREACHABLE'],
      [nameOf(nodes[1]), 'CHAIN_UNREACHABLE'],
      [`${nameOf(foreign)} (1)`, 'CHAIN_MISMATCH'],
      [`${nameOf(foreign)} (2)`, 'CHAIN_MISMATCH'],
    ]);
    const shown = `${failure.message} ${JSON.stringify([failure.details, failure.hints, pool.status()])}`;
    expect(shown).toContain('400 ms');
    expect(shown).not.toMatch(/token|pass-word|agent/);
  });

  it('is as with a single node when there is only one', async () => {
    nodes[0].faults = { isDown: true };
    const rpcUrls = [nodes[0].rpcUrl];
    const failure = await failureOf(latest(open({ rpcUrls })));
    expect(failure.message).toBe(
      (await failureOf(latest(createChainClient({ rpcUrl: nodes[0].rpcUrl, chainId })))).message,
    );
    const pool = open({ rpcUrls });
    await failureOf(latest(pool));
    nodes[0].faults = {};
    expect((await latest(pool)).number).toBe(head);
  });
});

describe('a session', () => {
  it('keeps to one node, also when that fails in the middle', async () => {
    const pool = open();
    let runs = 0;
    await pool.session(async (node) => {
      runs += 1;
      await latest(node);
      if (runs === 1) nodes[0].faults = { isDown: true };
      return latest(node);
    });
    expect(runs).toBe(2);
    const asked = nodes.map(
      (node) => node.asked.filter((method) => method === 'eth_getBlockByNumber').length,
    );
    // One of each to compare heads; then two questions, the second of which was refused, and both again elsewhere.
    expect(asked).toEqual([1 + 2, 1 + 2, 1]);
  });

  it('prefers nodes that are up to date', async () => {
    nodes[0].faults = { head: head - 2 };
    const pool = open();
    expect((await pool.session(latest)).number).toBe(head);
    expect(pool.status()[0]).toMatchObject({
      ok: false,
      code: 'CHAIN_LAGGING',
      message: expect.stringContaining('120 s'),
    });
    // As far as it may lag, no farther.
    nodes[0].faults = { head: head - 1 };
    clock += 10_000;
    expect((await pool.session(latest)).number).toBe(head - 1);
    // Better than nothing.
    nodes[0].faults = { head: head - 2 };
    nodes[1].faults = nodes[2].faults = { isDown: true };
    clock += 10_000;
    expect((await pool.session(latest)).number).toBe(head - 2);
  });

  it('does not take a head from the future for the newest', async () => {
    const later = `0x${(clock / 1000 + 3600).toString(16)}`;
    nodes[2].faults = {
      change: (_, result) =>
        typeof result === 'object' ? { ...result, number: '0xffff', timestamp: later } : result,
    };
    const pool = open();
    expect((await pool.session(latest)).number).toBe(head);
    expect(pool.status()[0]).toMatchObject({ ok: true });
  });

  it('goes on with the next node after an answer that does not hold', async () => {
    nodes[0].faults = { change: (method, result) => (method === 'eth_getBlockByNumber' ? [] : result) };
    const pool = open();
    expect((await pool.session(latest)).number).toBe(head);
    expect(pool.status()[0]).toMatchObject({ ok: false, code: 'CHAIN_RESPONSE_INVALID' });
  });

  it('does not ask a node again whose answer did not hold, even when the others are down', async () => {
    nodes[0].faults = { change: (method, result) => (method === 'eth_getBlockByNumber' ? [] : result) };
    const pool = open();
    await pool.session(latest);
    nodes[0].faults = {};
    nodes[1].faults = nodes[2].faults = { isDown: true };
    const failing = async () => {
      const failure = await failureOf(pool.session(latest));
      expect(codesIn(failure)).toEqual(
        expect.arrayContaining([
          [nameOf(nodes[0]), 'CHAIN_RESPONSE_INVALID'],
          [nameOf(nodes[1]), 'CHAIN_UNREACHABLE'],
          [nameOf(nodes[2]), 'CHAIN_UNREACHABLE'],
        ]),
      );
    };
    expect(await askedIn(failing)).not.toContain(0);
    clock += 30_000;
    expect((await pool.session(latest)).number).toBe(head);
  });

  it('asks another node for state that one no longer keeps, and holds that against nobody', async () => {
    nodes[0].faults = { statesKept: 2 };
    const pool = open();
    const proof = await pool.session((node) => getProof(node, account, [], 3));
    expect(proof.accountProof.length).toBeGreaterThan(0);
    expect(pool.status()[0]).toMatchObject({ ok: true });
    for (const node of nodes) node.faults = { statesKept: 2 };
    const failure = await failureOf(pool.session((node) => getProof(node, account, [], 3)));
    expect(failure.code).toBe('CHAIN_BLOCK_UNKNOWN');
    expect(pool.status().every(({ ok }) => ok)).toBe(true);
  });

  it.each(['CHAIN_INDEX_DIVERGED', 'CHAIN_FORKED'] as const)(
    'holds %s against a node only when another one resolves it',
    async (code) => {
      const pool = open();
      const dispute = new EslabonError(code, 'That is not what was there before.');
      const failure = await failureOf(pool.session(() => Promise.reject(dispute)));
      expect(codesIn(failure)).toEqual(nodes.map((node) => [nameOf(node), code]));
      expect(pool.status().every(({ ok }) => ok)).toBe(true);
      let runs = 0;
      await pool.session(() => (runs++ === 0 ? Promise.reject(dispute) : Promise.resolve()));
      expect(pool.status()).toMatchObject([{ ok: false, code }, { ok: true }, { ok: true }]);
    },
  );

  it('a dispute that none resolves is not hidden by an outage', async () => {
    nodes[0].faults = { isDown: true };
    const failure = await failureOf(
      open().session(async (node) => {
        await latest(node);
        throw new EslabonError('CHAIN_INDEX_DIVERGED', 'The roots differ.');
      }),
    );
    expect(failure.code).toBe('CHAIN_INDEX_DIVERGED');
  });

  it.each([
    ['its own fault', new TypeError('a mistake of ours')],
    ['a refusal of the chain', new EslabonError('CHAIN_REVERTED', 'The contract refused.')],
  ])('ends at once with %s', async (_, error) => {
    let runs = 0;
    const failing = open().session(() => {
      runs += 1;
      return Promise.reject(error);
    });
    await expect(failing).rejects.toBe(error);
    expect(runs).toBe(1);
  });
});

describe('a transaction', () => {
  it('whose answer is lost is handed to the next node and mined once', async () => {
    const pool = open();
    const submitter = createDirectSubmitter({ client: pool, privateKey: testKey('pool submitter') });
    nodes[0].faults = { keepsSilentOn: ['eth_sendRawTransaction'] };
    const send = async () => {
      const { hash } = await submitter.submit({ to: account, data: '0x', gas: 21_000n });
      return awaitOutcome(submitter, hash, { pollMs: 5 });
    };
    expect(await send()).toEqual({ state: 'mined', blockNumber: head + 1 });
    expect(
      nodes.map(({ asked }) => asked.filter((method) => method === 'eth_sendRawTransaction').length),
    ).toEqual([1, 1, 0]);
    nodes[0].faults = {};
    clock += 60_000;
    expect(await send()).toEqual({ state: 'mined', blockNumber: head + 2 });
    expect(await pool.request('eth_getTransactionCount', [submitter.carrier, 'latest'])).toBe('0x2');
  });
});
