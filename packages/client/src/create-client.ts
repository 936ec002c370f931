import type { OperationId, OperationOutput, OperationRequest, Operations } from './contract/index.js';
import { operations } from './contract/index.js';
import { sendRequest } from './send-request.js';

export interface ClientOptions {
  /** Where the agent answers, such as `http://127.0.0.1:4101`. */
  baseUrl: string;
  apiKey?: string | undefined;
  /** Milliseconds; 30 seconds when absent. */
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
}

/** Members that carry nothing, or nothing that has to be there, may be left out. */
export type Sparse<T> = { [K in keyof T as MayBeAbsent<T[K]> extends true ? never : K]: T[K] } & {
  [K in keyof T as MayBeAbsent<T[K]> extends true ? K : never]?: T[K];
};

type MayBeAbsent<V> = undefined extends V ? true : Record<never, never> extends V ? true : false;

export type Client = {
  [K in OperationId]: (
    request: Sparse<OperationRequest<Operations[K]>>,
  ) => Promise<OperationOutput<Operations[K]>>;
};

/**
 * A typed client of one agent, made from the same operations as its server.
 * Every method throws EslabonError with the code of the agent's problem+json, or UNAVAILABLE when it cannot be reached.
 */
export function createClient(options: ClientOptions): Client {
  const methods = Object.entries(operations).map(([id, operation]) => [
    id,
    (request: unknown) => sendRequest(options, operation, request as Parameters<typeof sendRequest>[2]),
  ]);
  return Object.fromEntries(methods) as Client;
}
