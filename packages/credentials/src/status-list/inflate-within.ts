import { EslabonError } from '@eslabon/core';
import { Gunzip, Unzlib } from 'fflate';

/** Compressed bytes given to the inflater at a time: what one piece can grow to bounds what is held past the limit. */
const piece = 1024;

/**
 * Inflates gzip (RFC 1952) or zlib (RFC 1950) data, and stops as soon as more comes out than is allowed: 194 KB of gzip
 * can hold 200 MB.
 * @param maxBytes most bytes to inflate to.
 * @throws EslabonError STATUS_LIST_MALFORMED or STATUS_LIST_TOO_LARGE
 */
export function inflateWithin(data: Uint8Array, format: 'gzip' | 'zlib', maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const take = (chunk: Uint8Array, final: boolean): void => {
    size += chunk.length;
    if (size > maxBytes) {
      throw new EslabonError(
        'STATUS_LIST_TOO_LARGE',
        `The status list inflates to more than ${maxBytes} bytes.`,
      );
    }
    chunks.push(chunk.slice());
    ended ||= final;
  };
  const inflater = format === 'gzip' ? new Gunzip(take) : new Unzlib(take);
  try {
    for (let at = 0; at < data.length; at += piece) {
      inflater.push(data.subarray(at, at + piece), at + piece >= data.length);
    }
  } catch (cause) {
    if (cause instanceof EslabonError) throw cause;
    throw malformed(`is no ${format} data`, cause);
  }
  if (!ended) throw malformed(`is no ${format} data, or ends too early`);
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function malformed(what: string, cause?: unknown): EslabonError {
  return new EslabonError('STATUS_LIST_MALFORMED', `The status list ${what}.`, { cause });
}
