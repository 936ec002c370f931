import type { Sign } from '@eslabon/credentials';

interface Named {
  /** With its prefix: whom presentations have to be for (OpenID4VP 1.0 §5.9). */
  clientId: string;
  algorithm: 'ES256';
  sign: Sign;
}

/** A verifier, and the key that its requests are signed with: found by its DID, or by the certificate that comes along. */
export type RequestSigner = Named &
  (
    | { /** DID URL of the key. */ kid: string; x5c?: never }
    | { /** Certificates in base64 (RFC 7515 §4.1.6), the leaf first. */ x5c: readonly string[]; kid?: never }
  );
