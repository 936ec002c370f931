import { EslabonError } from '@eslabon/core';
import type { Request } from 'express';

/** The part of a file from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The single range that a request asks for (RFC 9110 §14.2); undefined where it gets the whole file: without a range,
 * with one that cannot be read, with several, and when `if-range` names another representation than `etag`.
 * @throws EslabonError INPUT_RANGE when the range lies outside the file.
 */
export function rangeOf(request: Request, size: number, etag: string): ByteRange | undefined {
  if (request.method !== 'GET') return undefined;
  const condition = request.get('if-range');
  if (condition !== undefined && condition !== `"${etag}"`) return undefined;
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) {
    throw new EslabonError(
      'INPUT_RANGE',
      `The file has ${size} bytes, and nothing at ${request.get('range')?.slice(0, 60)}.`,
      { hints: ['Send if-range with the etag of what you have, or ask for the whole file.'] },
    );
  }
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1)
    return undefined;
  return ranges[0];
}
