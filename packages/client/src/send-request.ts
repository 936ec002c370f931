import type { Operation } from './contract/index.js';
import type { ClientOptions } from './create-client.js';
import { problemToError } from './problem-to-error.js';
import { type AnyRequest, reach } from './reach.js';

export const defaultTimeoutMs = 30_000;

/** Sends one operation and checks the answer against its schema. */
export async function sendRequest(
  options: ClientOptions,
  operation: Operation,
  request: AnyRequest,
): Promise<unknown> {
  const response = await reach(options, operation, request, {
    signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
  });
  if (!response.ok) throw await problemToError(response);
  if (operation.answer.kind === 'binary') return new Uint8Array(await response.arrayBuffer());
  return operation.answer.schema.parse(await response.json());
}
