import type { Did } from '@eslabon/core';
import type { JoseAlgorithm, Sign } from '@eslabon/credentials';
import type { Signer } from '@eslabon/data-integrity';
import type { IssuerProfileName } from '../profiles/issuer-profile.js';

/** Where in which list the status of a credential stands. */
export interface StatusPlace {
  /** URL of the Bitstring Status List of each purpose, absolute and https. */
  urls: Readonly<Record<'revocation' | 'suspension', string>>;
  index: number;
}

/** A profile with its key: whoever provides it keeps the key. */
export type Issuer = {
  profile: IssuerProfileName;
  /** The DID that credentials are issued under. */
  did: Did | `did:${string}`;
  /** DID URL of the key. */
  verificationMethod: string;
} & (
  | { securing: 'data-integrity'; signer: Signer }
  | { securing: 'vc+jwt'; algorithm: JoseAlgorithm; sign: Sign }
);
