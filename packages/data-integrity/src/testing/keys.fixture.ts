import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import type { JsonObject } from '../json/json-object.js';
import type { SuiteAlgorithm } from '../keys/suite-key.js';
import { createMethodResolver } from '../methods/create-method-resolver.js';
import type { Signer } from '../proofs/proof-options.js';

/** A key pair of the independent libraries. */
export interface LibraryKey {
  publicKeyMultibase: string;
  id: string;
  controller: string;
  signer(): { id: string; algorithm: string; sign(input: { data: Uint8Array }): Promise<Uint8Array> };
  export(options: object): Promise<JsonObject>;
}

export interface TestKey {
  /** did:key */
  did: string;
  verificationMethod: string;
  publicKeyMultibase: string;
  signer: Signer;
  library: LibraryKey;
}

const curves = { ES256: 'P-256', ES384: 'P-384' } as const;

/** A key made by the independent library, for it and for us. */
export async function createTestKey(algorithm: SuiteAlgorithm): Promise<TestKey> {
  const library =
    algorithm === 'EdDSA'
      ? await Ed25519Multikey.generate({})
      : await EcdsaMultikey.generate({ curve: curves[algorithm] });
  const { publicKeyMultibase } = library;
  const did = `did:key:${publicKeyMultibase}`;
  const verificationMethod = `${did}#${publicKeyMultibase}`;
  library.id = verificationMethod;
  library.controller = did;
  const { sign } = library.signer();
  return {
    did,
    verificationMethod,
    publicKeyMultibase,
    signer: { algorithm, sign: (data) => sign({ data }) },
    library,
  };
}

/** The DID document of a did:key, as far as proofs need it. */
export function didDocument(did: string): JsonObject {
  const publicKeyMultibase = did.slice('did:key:'.length);
  const id = `${did}#${publicKeyMultibase}`;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase }],
    assertionMethod: [id],
    authentication: [id],
  };
}

/** Resolves did:key, nothing else. */
export const resolveVerificationMethod = createMethodResolver(async (did) =>
  did.startsWith('did:key:z') ? didDocument(did) : undefined,
);
