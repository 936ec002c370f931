/** What tests use of packages that come without types. Functions, so that declarations elsewhere may stand beside them. */

declare module '@digitalbazaar/ed25519-multikey' {
  export function from(description: unknown): Promise<{
    export(what: { publicKey: true }): Promise<{ publicKeyMultibase: string }>;
  }>;
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export function from(description: unknown): Promise<{
    export(what: { publicKey: true }): Promise<{ publicKeyMultibase: string }>;
  }>;
}

declare module '@digitalbazaar/did-method-key' {
  export function driver(): {
    use(suite: {
      multibaseMultikeyHeader: string;
      fromMultibase(description: unknown): Promise<unknown>;
    }): void;
    get(options: { did: string }): Promise<unknown>;
  };
}
