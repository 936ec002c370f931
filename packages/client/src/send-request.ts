import { EslabonError } from '@eslabon/core';
import type { Operation } from './contract/index.js';
import type { ClientOptions } from './create-client.js';
import { problemToError } from './problem-to-error.js';

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Sends one operation and checks the answer against its schema. */
export async function sendRequest(
  options: ClientOptions,
  operation: Operation,
  request: AnyRequest,
): Promise<unknown> {
  const response = await reach(options, operation, request);
  if (!response.ok) throw await problemToError(response);
  if (operation.answer.kind === 'binary') return new Uint8Array(await response.arrayBuffer());
  return operation.answer.schema.parse(await response.json());
}

async function reach(options: ClientOptions, operation: Operation, request: AnyRequest): Promise<Response> {
  const headers: Record<string, string> = {};
  if (options.apiKey !== undefined) headers.authorization = `Bearer ${options.apiKey}`;
  let body: RequestInit['body'] = null;
  if (operation.body?.kind === 'json') {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(request.body);
  } else if (operation.body?.kind === 'binary') {
    headers['content-type'] = operation.body.mediaTypes[0] as string;
    body = request.body as Uint8Array<ArrayBuffer>;
  }
  const send = options.fetch ?? globalThis.fetch;
  try {
    return await send(urlOf(options.baseUrl, operation.path, request), {
      method: operation.method.toUpperCase(),
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? 30_000),
    });
  } catch (cause) {
    throw new EslabonError('UNAVAILABLE', `The agent at ${options.baseUrl} did not answer.`, {
      cause,
      hints: ['Is it running? `npm start` prints the addresses of all agents.'],
    });
  }
}

function urlOf(baseUrl: string, path: string, { params = {}, query = {} }: AnyRequest): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  // An agent may live below a path of its host.
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}${filled}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}
