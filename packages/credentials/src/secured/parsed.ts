import type { AeoCredential, AeoCredential11, AeoSubject, StatusEntry } from '@eslabon/core';
import type { SignatureAlgorithm } from '../crypto/public-key.js';
import type { ParsedDelegation } from '../delegation/parsed-delegation.js';

/** What every secured token has. Nothing of it is trusted before the signature is verified. */
export interface ParsedToken {
  algorithm: SignatureAlgorithm;
  kid: string | undefined;
  /** The bytes that were signed, and the signature over them. */
  signingInput: Uint8Array;
  signature: Uint8Array;
}

/** A credential whose form and members are right; whether it is genuine is for the verifier to say. */
export interface ParsedCredential extends ParsedToken {
  kind: 'credential';
  format: 'vc+jwt' | 'vc1-jwt' | 'vc+sd-jwt' | 'dc+sd-jwt' | 'vc+cose' | 'aeo+cwt' | 'ldp_vc';
  /** `issuer.id`. */
  issuer: string;
  claims: AeoCredential | AeoCredential11;
  /** When it was signed, Unix seconds: `iat`, in VCDM 1.1 `nbf` where there is no `iat`, in COSE that of the header. */
  issuedAt: number;
  /** ISO 8601. */
  validFrom: string;
  validUntil?: string;
  subject: AeoSubject;
  /** did:jwk of the key that an SD-JWT's issuer confirmed as the holder's (`cnf`). */
  confirmed?: string;
  status: StatusEntry;
}

/** A holder's presentation of 1 to 20 credentials. */
export interface ParsedPresentation extends ParsedToken {
  kind: 'presentation';
  /** `kb+jwt`: an SD-JWT whose holder proved possession of the key that the issuer confirmed. */
  format: 'vp+jwt' | 'vp1-jwt' | 'kb+jwt' | 'ldp_vp';
  /** DID of the holder. */
  holder: string;
  /** Where a delegate presents: the certificate in the delegation, and no other. */
  credentials: ParsedCredential[];
  /** What the company lets the presenter do in its place. */
  delegation?: ParsedDelegation;
  /** The company's status list (`statuslist+jwt`) that the delegate brought along, not looked into. */
  delegationStatus?: string;
  audience?: string;
  nonce?: string;
  /** Unix seconds. */
  issuedAt?: number;
  notBefore?: number;
  expiresAt?: number;
}
