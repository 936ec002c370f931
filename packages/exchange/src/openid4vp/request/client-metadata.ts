import { answerEncryptions, answerKeyAgreement, vpFormatsSupported } from '../configuration.js';

/** Public key that answers to one request are encrypted to. */
export interface EncryptionJwk {
  kty: string;
  crv: string;
  x: string;
  y: string;
}

export interface ClientMetadataOptions {
  /** Of the authority, as wallets show it. */
  name: string;
  /** Absent where answers are not encrypted. */
  encryption?: { kid: string; jwk: EncryptionJwk } | undefined;
}

/** What a wallet is told of the verifier (OpenID4VP 1.0 §5.1, §8.3). */
export function clientMetadata({ name, encryption }: ClientMetadataOptions): Record<string, unknown> {
  return {
    client_name: name,
    vp_formats_supported: vpFormatsSupported,
    ...(encryption !== undefined && {
      jwks: { keys: [{ ...encryption.jwk, kid: encryption.kid, use: 'enc', alg: answerKeyAgreement }] },
      encrypted_response_enc_values_supported: [...answerEncryptions],
    }),
  };
}
