import { EslabonError } from '@eslabon/core';
import { parseDid } from '../syntax/parse-did.js';
import type { DidMethod } from './did-method.js';
import { parseVersion } from './parse-version.js';
import type { ResolutionOptions } from './resolution-options.js';
import type { DidResolutionResult } from './resolution-result.js';
import { toResolutionError } from './to-resolution-error.js';

export interface DidResolver {
  /** Names of the methods that are resolved. */
  readonly methods: readonly string[];
  /**
   * Resolves a DID (DID Resolution §4). Never throws: whatever is wrong stands in `didResolutionMetadata.error`.
   * The document of a deactivated DID is null, and its metadata say `deactivated`.
   */
  resolve(did: string, options?: ResolutionOptions): Promise<DidResolutionResult>;
  /**
   * The same for callers who have to tell one failure from another.
   * @throws EslabonError DID_INVALID, DID_METHOD_UNSUPPORTED, DID_OPTIONS_INVALID, DID_FEATURE_UNSUPPORTED,
   * DID_NOT_FOUND, DID_DOCUMENT_INVALID, DID_UNREACHABLE; CHAIN_* when did:ethr could not be looked up
   */
  demand(did: string, options?: ResolutionOptions): Promise<DidResolutionResult>;
}

/** Puts methods together to a resolver. */
export function createDidResolver(methods: readonly DidMethod[]): DidResolver {
  const byName = new Map(methods.map((method) => [method.name, method]));
  const names = [...byName.keys()];

  async function demand(did: string, options: ResolutionOptions = {}): Promise<DidResolutionResult> {
    const parsed = parseDid(did);
    const method = byName.get(parsed.method);
    if (method === undefined) {
      throw new EslabonError(
        'DID_METHOD_UNSUPPORTED',
        `did:${parsed.method.slice(0, 40)} is not resolved here.`,
        {
          hints: [`Resolved are ${names.map((name) => `did:${name}`).join(', ')}.`],
        },
      );
    }
    const { didDocument, didDocumentMetadata } = await method.resolve(parsed, parseVersion(options));
    if (didDocumentMetadata.deactivated === true) {
      return { didResolutionMetadata: {}, didDocument: null, didDocumentMetadata };
    }
    return { didResolutionMetadata: { contentType: 'application/did' }, didDocument, didDocumentMetadata };
  }

  return {
    methods: names,
    demand,
    resolve: (did, options) => demand(did, options).catch(toResolutionError),
  };
}
