/** The contexts beside those of core that documents may name. */
export const examplesContext = 'https://www.w3.org/ns/credentials/examples/v2';
export const dataIntegrityContext = 'https://w3id.org/security/data-integrity/v2';
export const dataIntegrityContext1 = 'https://w3id.org/security/data-integrity/v1';
export const multikeyContext = 'https://w3id.org/security/multikey/v1';
export const ed25519Signature2020Context = 'https://w3id.org/security/suites/ed25519-2020/v1';
export const didContext = 'https://www.w3.org/ns/did/v1';
