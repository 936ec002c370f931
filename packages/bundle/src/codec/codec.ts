import { EslabonError } from '@eslabon/core';

/**
 * One shape in both directions: `write` gives the value that CBOR carries, `read` accepts exactly what `write` gives and
 * refuses all else, so that a file has one form only. `path` names the place in messages.
 */
export interface Codec<T> {
  write(value: T, path: string): unknown;
  read(raw: unknown, path: string): T;
}

/** The error of a value that does not have its shape, with the place where it stands. */
export function wrongShape(path: string, expected: string): EslabonError {
  return new EslabonError('BUNDLE_MALFORMED', `${path} is not ${expected}.`);
}
