declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: object): Promise<import('./keys.fixture.js').LibraryKey>;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: object): Promise<import('./keys.fixture.js').LibraryKey>;
}

declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export const Ed25519VerificationKey2020: {
    from(key: object): Promise<object>;
  };
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: object);
  }
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: object);
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: object): object;
  export function createDiscloseCryptosuite(options: object): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/vc' {
  export function issue(options: object): Promise<Record<string, unknown>>;
  export function derive(options: object): Promise<Record<string, unknown>>;
  export function verifyCredential(options: object): Promise<{ verified: boolean; error?: Error }>;
  export function createPresentation(options: object): Record<string, unknown>;
  export function signPresentation(options: object): Promise<Record<string, unknown>>;
  export function verify(options: object): Promise<{ verified: boolean; error?: Error }>;
}
