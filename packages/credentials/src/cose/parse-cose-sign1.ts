import { EslabonError } from '@eslabon/core';
import { Tagged } from 'cborg';
import type { CoseSign1 } from './cose-sign1.js';
import { decodeCbor } from './decode-cbor.js';
import { maxCoseBytes } from './limits.js';
import { malformedCose } from './malformed-cose.js';
import { readCoseHeader } from './read-cose-header.js';
import { sigStructure } from './sig-structure.js';

/**
 * Takes a COSE_Sign1 (RFC 9052 §4.2) apart without verifying it. Tagged, with its payload inside; what is signed is
 * computed from the bytes as they came.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE or CREDENTIAL_ALGORITHM_UNSUPPORTED
 */
export function parseCoseSign1(bytes: Uint8Array, { maxBytes = maxCoseBytes } = {}): CoseSign1 {
  if (bytes.length > maxBytes) {
    throw new EslabonError(
      'CREDENTIAL_TOO_LARGE',
      `The COSE_Sign1 has ${bytes.length} bytes; at most ${maxBytes} are read.`,
    );
  }
  const parts = contentOf(decodeCbor(bytes, 'COSE_Sign1'));
  const [header, unprotected, payload, signature] = parts;
  if (parts.length !== 4) throw malformedCose(`A COSE_Sign1 has four parts; this has ${parts.length}.`);
  if (!(header instanceof Uint8Array)) throw malformedCose('The protected header is not a byte string.');
  if (!(payload instanceof Uint8Array)) throw malformedCose('The payload is not there.');
  if (!(signature instanceof Uint8Array)) throw malformedCose('The signature is not a byte string.');
  return {
    header: readCoseHeader(decodeCbor(header, 'protected header'), unprotected),
    payload,
    signingInput: sigStructure(header, payload),
    signature,
  };
}

function contentOf(value: unknown): readonly unknown[] {
  if (value instanceof Tagged && Array.isArray(value.value)) return value.value;
  throw malformedCose('This CBOR is not tagged as a COSE_Sign1.');
}
