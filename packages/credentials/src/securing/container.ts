import type { Signer } from '../crypto/sign.js';
import type { ConcealOptions } from '../sd-jwt/conceal-payload.js';
import type { RevealedPayload } from '../sd-jwt/reveal-payload.js';
import type { SdJwt } from '../sd-jwt/sd-jwt.js';
import type { SignedBytes } from './require-signed.js';

/** A token: text, or for COSE also bytes. */
export type Secured = string | Uint8Array;

/** A token taken apart. Nothing in it is trusted yet. */
export interface Taken extends SignedBytes {
  /** The media type that the protected header names, written out. */
  mediaType?: string;
  /** The media type of what is inside, written out. */
  contentType?: string;
  kid?: string;
  /** What was signed; of an SD-JWT with what its holder disclosed. */
  claims: Record<string, unknown>;
  /** When it was signed, Unix seconds, where a header says so. */
  issuedAt?: number;
  /** Of an SD-JWT: itself and what was disclosed where. */
  selective?: { sdJwt: SdJwt; disclosed: RevealedPayload['disclosed'] };
}

interface ContainerHeader {
  mediaType: string;
  contentType?: string;
  signer: Signer;
  issuedAt?: number;
}

/** A way of putting a signature around JSON. */
export interface Container {
  name: 'JWS' | 'SD-JWT' | 'COSE_Sign1';
  /** True for a token of this form, by its form alone: of no token do two containers say so. */
  recognises(secured: Secured): boolean;
  /** @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE, CREDENTIAL_ALGORITHM_UNSUPPORTED */
  take(secured: Secured): Taken;
  /** @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_SIGNATURE, CREDENTIAL_ALGORITHM_UNSUPPORTED */
  seal(claims: Record<string, unknown>, header: ContainerHeader, selective?: ConcealOptions): Promise<string>;
}
