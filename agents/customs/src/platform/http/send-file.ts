import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { FileAnswer } from './handler.js';
import { matchesEtag } from './matches-etag.js';
import { rangeOf } from './range-of.js';

/**
 * Sends a file. One that may be kept has a strong validator (the SHA-256 of its bytes), so that a caller need not get
 * it twice (if-none-match) and may go on with it where the line broke (range, if-range).
 * @throws EslabonError INPUT_RANGE
 */
export function sendFile(request: Request, response: Response, file: FileAnswer): void {
  const { bytes, maxAge } = file;
  if (maxAge === undefined) {
    describeFile(response, file).set('cache-control', 'no-store').status(200).end(bytes);
    return;
  }
  const digest = sha256(bytes);
  const etag = digest.toString('hex');
  const about = {
    etag: `"${etag}"`,
    'cache-control': maxAge === 0 ? 'private, no-cache' : `private, max-age=${maxAge}`,
    vary: 'authorization, x-api-key',
    ...(file.location === undefined ? {} : { 'content-location': file.location }),
  };
  if (matchesEtag(request.get('if-none-match'), etag)) {
    response.set(about).status(304).end();
    return;
  }
  // Where the range lies outside of the file, the answer says how large that is.
  response.set('content-range', `bytes */${bytes.length}`);
  const range = rangeOf(request, bytes.length, etag);
  response.removeHeader('content-range');
  response.set(about).set('accept-ranges', 'bytes');
  // RFC 9530: also of a part, this is the digest of the whole.
  describeFile(response, file).set('repr-digest', `sha-256=:${digest.toString('base64')}:`);
  const part = range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
  if (range !== undefined) {
    response.status(206).set('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`);
  }
  response.set('content-length', String(part.length)).end(part);
}

function describeFile(response: Response, { mediaType, fileName }: FileAnswer): Response {
  response.set('content-type', mediaType);
  if (fileName !== undefined) response.set('content-disposition', `attachment; filename="${fileName}"`);
  return response;
}

/** The same file is sent many times. */
const known = new WeakMap<Uint8Array, Buffer>();

function sha256(bytes: Uint8Array): Buffer {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const digest = createHash('sha256').update(bytes).digest();
  known.set(bytes, digest);
  return digest;
}
