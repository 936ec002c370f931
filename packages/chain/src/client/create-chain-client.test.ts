import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { Anvil } from '@eslabon/testkit';
import { freePort, startAnvil } from '@eslabon/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createChainClient } from './create-chain-client.js';
import { getBlock } from './get-block.js';
import { getLogs } from './get-logs.js';
import { getProof } from './get-proof.js';

const chainId = 648540;
const account = `0x${'11'.repeat(20)}` as const;
const servers: Server[] = [];

/** A node that answers every request alike, apart from eth_chainId when `chain` says so. */
async function fakeNode(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${port}`;
}

/** Speaks JSON-RPC; results by method. */
function results(byMethod: Record<string, unknown>): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { id, method } = JSON.parse(Buffer.concat(chunks).toString()) as { id: number; method: string };
      const result = method === 'eth_chainId' ? '0x9e55c' : byMethod[method];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jsonrpc: '2.0', id, result }));
    });
  };
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('a node that is out of order', () => {
  it('is unreachable when nothing listens', async () => {
    const client = createChainClient({ rpcUrl: `http://127.0.0.1:${await freePort()}`, chainId });
    await expect(getBlock(client, 'latest')).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
  });

  it('is unreachable when it never answers', async () => {
    const rpcUrl = await fakeNode(() => undefined);
    const client = createChainClient({ rpcUrl, chainId, timeoutMs: 100 });
    await expect(getBlock(client, 'latest')).rejects.toMatchObject({
      code: 'CHAIN_UNREACHABLE',
      message: expect.stringContaining('100 ms'),
    });
  });

  it.each([500, 502, 503, 429, 401])('is unreachable when it answers HTTP %i', async (status) => {
    const rpcUrl = await fakeNode((_, response) => response.writeHead(status).end('Bad gateway'));
    const client = createChainClient({ rpcUrl, chainId });
    await expect(getBlock(client, 'latest')).rejects.toMatchObject({
      code: 'CHAIN_UNREACHABLE',
      details: { status },
    });
  });

  it('is unreachable when it answers a web page', async () => {
    const rpcUrl = await fakeNode((_, response) => response.end('<html>Log in to the network</html>'));
    const client = createChainClient({ rpcUrl, chainId });
    await expect(getBlock(client, 'latest')).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
  });

  it('is unreachable when it hangs up in the middle of an answer', async () => {
    const rpcUrl = await fakeNode((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"jsonrpc"');
      response.destroy();
    });
    const client = createChainClient({ rpcUrl, chainId });
    await expect(getBlock(client, 'latest')).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
  });

  it('never shows the password of its address', async () => {
    const rpcUrl = `http://user:secret@127.0.0.1:${await freePort()}/token`;
    const error = await getBlock(createChainClient({ rpcUrl, chainId }), 'latest').catch((e: Error) => e);
    expect(String((error as Error).message)).not.toMatch(/secret|token/);
  });
});

describe('a node that talks nonsense', () => {
  const hash = `0x${'ab'.repeat(32)}`;

  it.each([
    ['no result', {}],
    ['a word for a block', { eth_getBlockByNumber: 'block' }],
    ['a list for a block', { eth_getBlockByNumber: [] }],
    ['a number that is no number', { eth_getBlockByNumber: { number: 'seven', hash, timestamp: '0x1' } }],
    [
      'a number past 2^53',
      { eth_getBlockByNumber: { number: '0xffffffffffffffff', hash, timestamp: '0x1' } },
    ],
    ['a short hash', { eth_getBlockByNumber: { number: '0x7', hash: '0xab', timestamp: '0x1' } }],
    ['another block', { eth_getBlockByNumber: { number: '0x8', hash, timestamp: '0x1' } }],
  ])('is found out when it gives %s', async (_, byMethod) => {
    const client = createChainClient({ rpcUrl: await fakeNode(results(byMethod)), chainId });
    await expect(getBlock(client, 7)).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
  });

  it('is found out when it answers JSON that is no JSON-RPC', async () => {
    const rpcUrl = await fakeNode((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('null');
    });
    const client = createChainClient({ rpcUrl, chainId });
    await expect(getBlock(client, 7)).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
  });

  it('is found out when it gives events that were not asked for', async () => {
    const log = {
      blockNumber: '0x9',
      blockHash: hash,
      logIndex: '0x0',
      address: account,
      topics: [hash],
      data: '0x',
    };
    const client = createChainClient({ rpcUrl: await fakeNode(results({ eth_getLogs: [log] })), chainId });
    const range = { addresses: [account], fromBlock: 1, toBlock: 8 };
    await expect(getLogs(client, range)).rejects.toMatchObject({ code: 'CHAIN_RESPONSE_INVALID' });
    expect(await getLogs(client, { ...range, toBlock: 9 })).toHaveLength(1);
  });

  it('is found out when it leaves out a proof', async () => {
    const proof = { codeHash: hash, storageHash: hash, accountProof: [], storageProof: [] };
    const client = createChainClient({ rpcUrl: await fakeNode(results({ eth_getProof: proof })), chainId });
    await expect(getProof(client, account, [hash as `0x${string}`], 7)).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
    });
  });
});

describe('a real node', () => {
  let anvil: Anvil;

  beforeAll(async () => {
    anvil = await startAnvil();
  });

  afterAll(async () => {
    await anvil.stop();
  });

  it('of another chain is refused, every time', async () => {
    const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 648541 });
    for (let i = 0; i < 2; i++) {
      await expect(getBlock(client, 'latest')).rejects.toMatchObject({
        code: 'CHAIN_MISMATCH',
        details: { expected: 648541, actual: 648540 },
      });
    }
  });

  it('does not know blocks to come', async () => {
    const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
    await expect(getBlock(client, 1_000)).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
    await expect(getProof(client, account, [], 1_000)).rejects.toMatchObject({ code: 'CHAIN_BLOCK_UNKNOWN' });
  });

  it('says what it refuses', async () => {
    const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
    await expect(client.request('eth_noSuchMethod')).rejects.toMatchObject({
      code: 'CHAIN_RESPONSE_INVALID',
      message: expect.stringContaining('eth_noSuchMethod'),
    });
  });

  it('is found again after a restart, over connections that broke', async () => {
    const { port } = anvil;
    const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
    expect((await getBlock(client, 'latest')).number).toBe(0);
    await anvil.stop();
    await expect(getBlock(client, 'latest')).rejects.toMatchObject({ code: 'CHAIN_UNREACHABLE' });
    anvil = await startAnvil({ port });
    expect((await getBlock(client, 'latest')).number).toBe(0);
  });
});
