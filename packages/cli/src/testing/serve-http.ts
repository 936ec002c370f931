import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  /** Path with query. */
  path: string;
  authorization: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status?: number;
  type?: string;
  /** JSON unless it is text or bytes. */
  body: unknown;
  headers?: Record<string, string>;
  /** The line breaks after so many bytes of the body. */
  breakAfter?: number;
}

export interface HttpServer {
  url: string;
  seen: SeenRequest[];
  close(): Promise<void>;
}

/** A real HTTP server on a free port of this computer, which answers as `handle` says. */
export async function serveHttp(
  handle: (request: SeenRequest) => Answer | undefined | Promise<Answer>,
): Promise<HttpServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request: SeenRequest = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      authorization: incoming.headers.authorization,
      headers: incoming.headers,
      body: await bodyOf(incoming),
    };
    seen.push(request);
    const answer: Answer = (await handle(request)) ?? { status: 404, body: 'nothing here' };
    const { status = 200, type, body, headers = {}, breakAfter } = answer;
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const bytes = Buffer.from(raw ? body : JSON.stringify(body));
    outgoing.writeHead(status, {
      'content-type': type ?? (raw ? 'text/html' : 'application/json'),
      'content-length': bytes.length,
      ...headers,
    });
    if (breakAfter === undefined) outgoing.end(bytes);
    // A little later, because what a client has not read yet when the line breaks is lost to it.
    else outgoing.write(bytes.subarray(0, breakAfter), () => setTimeout(() => outgoing.destroy(), 50));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
