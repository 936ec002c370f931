import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface RpcAnswer {
  result?: unknown;
  error?: { code: number; message: string };
}

/**
 * A server between a client and a RelaySigner that hands everything on but transactions, which `carry` answers. For tests.
 */
export async function startBetween(
  url: string,
  carry: (handOn: () => Promise<RpcAnswer>) => Promise<RpcAnswer>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { id, method } = JSON.parse(body) as { id: number; method: string };
    const headers = { 'content-type': 'application/json' };
    const handOn = async () =>
      (await (await fetch(url, { method: 'POST', headers, body })).json()) as RpcAnswer;
    const answer = method === 'eth_sendRawTransaction' ? await carry(handOn) : await handOn();
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
