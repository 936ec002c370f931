import { TroubleError } from '../trouble/trouble-error.js';
import { requireAddress } from './require-address.js';

export type Fetch = typeof fetch;

export interface FetchBounds {
  /** Most bytes that an answer may have; 1 MiB unless given. */
  maxBytes?: number;
  /** For how long an answer is waited for; 20 s unless given. */
  patienceMs?: number;
}

/**
 * `fetch` as the wallet uses it with strangers: https only, no cookies, no referrer, no cache, no redirect, and answers
 * that are neither late nor larger than expected. The answer is there whole when it resolves. A server that is out of
 * order has said nothing about what it was asked.
 * @throws TroubleError ADDRESS_REFUSED, UNREACHABLE, OUT_OF_ORDER, ANSWER_TOO_LARGE
 */
export function boundedFetch(fetch: Fetch, bounds: FetchBounds = {}): Fetch {
  const { maxBytes = 1 << 20, patienceMs = 20_000 } = bounds;
  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    const url = requireAddress(address);
    try {
      const response = await fetch(url, {
        ...init,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patienceMs),
      });
      if (response.status >= 500) {
        await response.body?.cancel();
        throw new TroubleError('OUT_OF_ORDER', `${url.host} answers with ${response.status}.`);
      }
      const bytes = await readWithin(response, maxBytes);
      const { status, statusText, headers } = response;
      const isEmpty = bytes.length === 0 || [204, 205, 304].includes(status);
      return new Response(isEmpty ? null : bytes, { status, statusText, headers });
    } catch (error) {
      if (error instanceof TroubleError) throw error;
      throw new TroubleError('UNREACHABLE', `${url.host} does not answer.`, error);
    }
  };
}

async function readWithin(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new TroubleError('ANSWER_TOO_LARGE', `The answer has more than ${maxBytes} bytes.`);
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
