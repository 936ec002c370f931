import type { OperationRequest, Operations } from './contract/index.js';
import { operations } from './contract/index.js';
import type { ClientOptions, Sparse } from './create-client.js';
import type { ResumableId } from './download.js';
import { reach } from './reach.js';
import { defaultTimeoutMs } from './send-request.js';

/**
 * Whether the file with this entity tag (without quotes) is what the agent would answer with, without fetching it. An
 * agent that refuses has no body to say why in: the answer is then no, and fetching tells.
 * @throws EslabonError UNAVAILABLE when there is no answer.
 */
export async function isCurrent<K extends ResumableId>(
  options: ClientOptions,
  id: K,
  request: Sparse<OperationRequest<Operations[K]>>,
  etag: string,
): Promise<boolean> {
  const { status } = await reach(options, operations[id], request as never, {
    signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
    headers: { 'accept-encoding': 'identity', 'if-none-match': `"${etag}"` },
    head: true,
  });
  return status === 304;
}
