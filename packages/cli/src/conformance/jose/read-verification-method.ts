import { EslabonError } from '@eslabon/core';
import { parseStrictJsonBytes } from '@eslabon/credentials';
import type { Io } from '../../io/io.js';
import { readInput } from '../read-input.js';

/** A verification method of a controlled identifier document, with its keys as they came. */
export interface JsonWebKeyMethod {
  /** Absolute URL: what tokens name as `kid`. */
  id: string;
  publicKeyJwk: unknown;
  /** Absent where the method is only to verify with. */
  secretKeyJwk: unknown;
}

/**
 * Reads a verification method of type JsonWebKey (Controlled Identifiers 1.0 §2.2.3).
 * @throws EslabonError FILE_UNREADABLE, INPUT_TOO_LARGE, INPUT_INVALID
 */
export async function readVerificationMethod(io: Io, file: string): Promise<JsonWebKeyMethod> {
  const method = parse(await readInput(io, file, 'key file'));
  const { id, type, publicKeyJwk, secretKeyJwk } = method;
  if (type !== 'JsonWebKey' || typeof id !== 'string' || !URL.canParse(id)) {
    throw new EslabonError('INPUT_INVALID', 'The key file is not a verification method of type JsonWebKey.', {
      hints: ['It is an object with id (a URL), type “JsonWebKey”, publicKeyJwk and, to sign, secretKeyJwk.'],
    });
  }
  return { id, publicKeyJwk, secretKeyJwk };
}

function parse(bytes: Uint8Array): Record<string, unknown> {
  try {
    return Object(parseStrictJsonBytes(bytes, 'key file'));
  } catch (cause) {
    throw new EslabonError('INPUT_INVALID', 'The key file is not JSON.', { cause });
  }
}
