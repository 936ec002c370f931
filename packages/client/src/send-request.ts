import { EslabonError } from '@eslabon/core';
import type { Operation } from './contract/index.js';
import type { ClientOptions } from './create-client.js';
import { problemToError } from './problem-to-error.js';
import { type AnyRequest, reach } from './reach.js';

export const defaultTimeoutMs = 30_000;

/**
 * Sends one operation and checks the answer against its schema.
 * @throws EslabonError as the agent answers, UNAVAILABLE
 */
export async function sendRequest(
  options: ClientOptions,
  operation: Operation,
  request: AnyRequest,
): Promise<unknown> {
  const response = await reach(options, operation, request, {
    signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
  });
  if (!response.ok) throw await problemToError(response);
  if (operation.answer.kind === 'binary') return new Uint8Array(await read(response, 'arrayBuffer'));
  return operation.answer.schema.parse(await read(response, 'json'));
}

/** @throws EslabonError UNAVAILABLE when the line breaks in the middle of the answer, or somebody else has answered. */
async function read<K extends 'arrayBuffer' | 'json'>(
  response: Response,
  how: K,
): Promise<Awaited<ReturnType<Response[K]>>> {
  try {
    return (await response[how]()) as Awaited<ReturnType<Response[K]>>;
  } catch (cause) {
    throw new EslabonError(
      'UNAVAILABLE',
      `${response.url} answered with what broke off or is no answer of an agent.`,
      {
        cause,
        hints: ['Try again. What was asked for may have been done all the same.'],
      },
    );
  }
}
