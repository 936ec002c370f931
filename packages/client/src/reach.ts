import { EslabonError } from '@eslabon/core';
import type { Operation } from './contract/index.js';
import type { ClientOptions } from './create-client.js';
import { isSendableKey } from './is-sendable-key.js';

export interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export interface Transport {
  signal: AbortSignal;
  /** Besides key and content type. */
  headers?: Readonly<Record<string, string>>;
  /** Asks for what an answer would say of itself, without its body. */
  head?: boolean;
}

/**
 * Sends the request of an operation; whatever the agent answers comes back.
 * @throws EslabonError UNAVAILABLE when there is no answer; AUTHENTICATION_FAILED when the key cannot be one.
 */
export async function reach(
  options: ClientOptions,
  operation: Operation,
  request: AnyRequest,
  transport: Transport,
): Promise<Response> {
  const headers: Record<string, string> = { ...transport.headers };
  if (options.apiKey !== undefined) headers.authorization = `Bearer ${demandSendable(options.apiKey)}`;
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
      method: transport.head === true ? 'HEAD' : operation.method.toUpperCase(),
      headers,
      body,
      redirect: 'error',
      signal: transport.signal,
    });
  } catch (cause) {
    throw new EslabonError('UNAVAILABLE', `The agent at ${options.baseUrl} did not answer.`, {
      cause,
      hints: ['Is it running? `npm start` prints the addresses of all agents.'],
    });
  }
}

function demandSendable(apiKey: string): string {
  if (isSendableKey(apiKey)) return apiKey;
  throw new EslabonError('AUTHENTICATION_FAILED', 'The API key has signs in it that no key has.', {
    hints: ['Copy it again, without spaces: esk_ and then letters, digits, _ and -.'],
  });
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
