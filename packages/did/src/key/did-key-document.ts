import { contexts } from '../document/contexts.js';
import type { DidDocument } from '../document/did-document.js';
import { decodeMultikeyText } from '../keys/decode-multikey-text.js';
import { didInvalid } from '../syntax/did-invalid.js';
import type { ParsedDid } from '../syntax/parsed-did.js';

/**
 * The document of a did:key, which is its key (did:key §3.1.1). It has one method, a Multikey whose fragment is the
 * key itself; a key for signatures serves all purposes but key agreement, an X25519 key serves key agreement alone.
 * No encryption key is derived from an Ed25519 key (the specification's default).
 * @throws EslabonError DID_INVALID when it holds no key, DID_FEATURE_UNSUPPORTED when the key is of another type
 */
export function didKeyDocument({ did, id }: ParsedDid): DidDocument {
  const key = decodeMultikeyText(id);
  if (key === undefined) throw didInvalid(did, 'does not hold a key: after did:key: stands a multikey, z…');
  const method = { id: `${did}#${id}`, type: 'Multikey', controller: did, publicKeyMultibase: id };
  const relationships =
    key.type === 'X25519'
      ? { keyAgreement: [method.id] }
      : {
          authentication: [method.id],
          assertionMethod: [method.id],
          capabilityInvocation: [method.id],
          capabilityDelegation: [method.id],
        };
  return {
    '@context': [contexts.did, contexts.multikey],
    id: did,
    verificationMethod: [method],
    ...relationships,
  };
}
