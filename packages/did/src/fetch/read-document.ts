import type { IncomingMessage } from 'node:http';
import { EslabonError } from '@eslabon/core';
import { documentInvalid, unreachable } from './fetch-errors.js';

/** Media types that DID documents are sent as. */
export const didMediaTypes: readonly string[] = [
  'application/did+ld+json',
  'application/did+json',
  'application/did',
  'application/json',
  'application/ld+json',
];

/**
 * Reads the body of an answer that may be a document of one of the media types.
 * @throws EslabonError DID_NOT_FOUND, DID_UNREACHABLE, DID_DOCUMENT_INVALID; stream errors as they come
 */
export async function readDocument(
  response: IncomingMessage,
  host: string,
  { maxBytes, mediaTypes }: { maxBytes: number; mediaTypes: readonly string[] },
): Promise<Uint8Array> {
  const { statusCode = 0, headers } = response;
  if (statusCode === 404 || statusCode === 410) {
    throw new EslabonError('DID_NOT_FOUND', `${host.slice(0, 100)} has no such DID document.`);
  }
  if (statusCode >= 300 && statusCode < 400) throw documentInvalid(host, 'it sends its callers elsewhere');
  if (statusCode !== 200) throw unreachable(host, `it answered HTTP ${statusCode}`);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (!mediaTypes.includes(type.trim().toLowerCase())) {
    throw documentInvalid(host, `its type is “${type.slice(0, 60)}”`);
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw documentInvalid(host, `it is encoded as “${encoding.slice(0, 20)}” unasked`);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw documentInvalid(host, `it has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
