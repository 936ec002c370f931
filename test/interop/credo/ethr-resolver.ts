import {
  type AgentContext,
  DidDocument,
  type DidResolutionResult,
  type DidResolver,
  JsonTransformer,
} from '@credo-ts/core';
import { encodeMultikeyText } from '@eslabon/did';

export interface EthrResolverOptions {
  /** Of an agent. */
  url: string;
  /**
   * Shows the keys that are there for assertions as ones for authentication too. Credo takes a request from no other key,
   * while OpenID4VP 1.0 §5.9.3 is content with any verification method of the document.
   */
  keysAuthenticate?: boolean;
}

/**
 * did:ethr for Credo, which has no such method: asks the HTTP binding of an authority's agent. Credo cannot read the type
 * that did:ethr has for keys on P-256 (`P256` with `publicKeyHex`), so that the same keys are given to it as `Multikey`.
 */
export class EthrResolver implements DidResolver {
  readonly supportedMethods = ['ethr'];
  readonly allowsCaching = false;
  readonly #options: EthrResolverOptions;

  constructor(options: EthrResolverOptions) {
    this.#options = options;
  }

  async resolve(_context: AgentContext, did: string): Promise<DidResolutionResult> {
    const { url, keysAuthenticate = false } = this.#options;
    const response = await fetch(`${url}/1.0/identifiers/${did}`);
    const { didDocument, ...metadata } = (await response.json()) as DidResolutionResult;
    if (didDocument === null) {
      return { didDocument, didDocumentMetadata: {}, didResolutionMetadata: { error: 'notFound' } };
    }
    const { assertionMethod } = didDocument;
    const read = {
      ...withMultikeys(didDocument),
      ...(keysAuthenticate && { authentication: assertionMethod }),
    };
    return { ...metadata, didDocument: JsonTransformer.fromJSON(read, DidDocument) };
  }
}

interface Method {
  id: string;
  type: string;
  controller: string;
  publicKeyHex?: string;
}

function withMultikeys(document: DidDocument): object {
  const methods = (document.verificationMethod ?? []) as Method[];
  return { ...document, verificationMethod: methods.map(toMultikey) };
}

function toMultikey(method: Method): object {
  const { id, type, controller, publicKeyHex } = method;
  if (type !== 'P256' || publicKeyHex === undefined) return method;
  const bytes = Uint8Array.from(Buffer.from(publicKeyHex, 'hex'));
  return {
    id,
    type: 'Multikey',
    controller,
    publicKeyMultibase: encodeMultikeyText({ type: 'P-256', bytes }),
  };
}
