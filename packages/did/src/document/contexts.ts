/** JSON-LD contexts of DID documents. */
export const contexts = {
  did: 'https://www.w3.org/ns/did/v1',
  /** DID Core 1.1. */
  didV11: 'https://www.w3.org/ns/did/v1.1',
  multikey: 'https://w3id.org/security/multikey/v1',
  /** JsonWebKey of Controlled Identifiers 1.0. */
  jwk: 'https://w3id.org/security/jwk/v1',
  /** JsonWebKey2020. */
  jws2020: 'https://w3id.org/security/suites/jws-2020/v1',
  /** EcdsaSecp256k1RecoveryMethod2020 and blockchainAccountId. */
  secp256k1Recovery2020: 'https://w3id.org/security/suites/secp256k1recovery-2020/v2',
  /** publicKeyHex and EcdsaSecp256k1VerificationKey2019. */
  securityV3: 'https://w3id.org/security/v3-unstable',
} as const;
