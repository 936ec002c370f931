import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RpcCall {
  id?: unknown;
  method: string;
  params?: unknown[];
}

export type RpcReply = Readonly<Record<string, unknown>>;

export interface JsonRpcServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Answers JSON-RPC on 127.0.0.1, one request or several at a time. What `answer` throws comes back as HTTP 502.
 * @param port 0 takes a free one
 */
export async function serveJsonRpc(
  port: number,
  answer: (call: RpcCall) => Promise<unknown>,
): Promise<JsonRpcServer> {
  const server = createServer((request, response) => {
    readBody(request)
      .then(async (body) => {
        const calls = JSON.parse(body) as RpcCall | RpcCall[];
        const reply = Array.isArray(calls) ? await Promise.all(calls.map(answer)) : await answer(calls);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(reply));
      })
      .catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
