import { type PublicKey, publicKeyToJwk } from '@eslabon/credentials';
import { contexts } from '../document/contexts.js';
import type { DidDocument } from '../document/did-document.js';

export interface OwnKey {
  /** Fragment of the method: the same as in the DID that the document is linked with. */
  fragment: string;
  key: PublicKey;
}

/**
 * The did:web document of an agent: its keys as JsonWebKey, for assertions and authentication, and the did:ethr that it
 * is also known as. The link says that the host claims the did:ethr; a verifier who needs more asks the chain.
 * @throws EslabonError KEY_UNSUPPORTED when a key is not one of its algorithm
 */
export function ownDidWebDocument(
  did: string,
  alsoKnownAs: readonly string[],
  keys: readonly OwnKey[],
): DidDocument {
  const verificationMethod = keys.map(({ fragment, key }) => ({
    id: `${did}#${fragment}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: publicKeyToJwk(key),
  }));
  const ids = verificationMethod.map(({ id }) => id);
  return {
    '@context': [contexts.did, contexts.jwk],
    id: did,
    alsoKnownAs,
    verificationMethod,
    authentication: ids,
    assertionMethod: ids,
  };
}
