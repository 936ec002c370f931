import { type ErrorCode, errorCodeOf } from '@eslabon/core';
import {
  createMethodResolver,
  type JsonObject,
  type VerificationMethodResolver,
} from '@eslabon/data-integrity';
import type { DidResolver } from '@eslabon/did';
import { withMultikeys } from '../dids/with-multikeys.js';

/** Failures that say that there is no such document. Every other one is an outage, which decides nothing. */
const absent = new Set<ErrorCode | undefined>([
  'DID_INVALID',
  'DID_NOT_FOUND',
  'DID_METHOD_UNSUPPORTED',
  'DID_FEATURE_UNSUPPORTED',
  'DID_DOCUMENT_INVALID',
  'DID_FETCH_REFUSED',
]);

/** Finds the verification methods of DIDs that the agent resolves. */
export function createMethodSource(resolver: DidResolver): VerificationMethodResolver {
  return createMethodResolver(async (did) => {
    try {
      const { didDocument } = await resolver.demand(did);
      return didDocument === null ? undefined : (withMultikeys(didDocument) as unknown as JsonObject);
    } catch (error) {
      if (absent.has(errorCodeOf(error))) return undefined;
      throw error;
    }
  });
}
