import { base64urlDecode, parseStrictJsonBytes } from '@eslabon/credentials';
import { contexts } from '../document/contexts.js';
import type { DidDocument } from '../document/did-document.js';
import { didInvalid } from '../syntax/did-invalid.js';
import type { ParsedDid } from '../syntax/parsed-did.js';
import { publicJwkProblem } from './check-public-jwk.js';

/**
 * The document of a did:jwk, which is a public JWK in base64url (did:jwk, “Read”): one method `#0`, for every purpose;
 * with `use` sig for all but key agreement, with `use` enc for key agreement alone. The JWK stands in it as it is.
 * @throws EslabonError DID_INVALID when it holds no public key
 */
export function didJwkDocument({ did, id }: ParsedDid): DidDocument {
  const publicKeyJwk = readJwk(did, id);
  const problem = publicJwkProblem(publicKeyJwk);
  if (problem !== undefined) throw didInvalid(did, `is not a did:jwk of a public key: its JWK ${problem}`);
  const method = { id: `${did}#0`, type: 'JsonWebKey2020', controller: did, publicKeyJwk };
  const signing = {
    assertionMethod: [method.id],
    authentication: [method.id],
    capabilityInvocation: [method.id],
    capabilityDelegation: [method.id],
  };
  return {
    '@context': [contexts.did, contexts.jws2020],
    id: did,
    verificationMethod: [method],
    ...(publicKeyJwk.use === 'enc' ? {} : signing),
    ...(publicKeyJwk.use === 'sig' ? {} : { keyAgreement: [method.id] }),
  };
}

function readJwk(did: string, id: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parseStrictJsonBytes(base64urlDecode(id), 'JWK of the did:jwk');
  } catch (cause) {
    throw didInvalid(did, 'is not did:jwk: and JSON in base64url', cause);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw didInvalid(did, 'does not hold a JSON object');
}
