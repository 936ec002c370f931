import type { JoseAlgorithm } from '../crypto/jose-key.js';
import type { CompactJws } from '../jws/compact-jws.js';
import type { KeyBinding } from './key-binding/read-key-binding.js';
import type { SdHash } from './sd-hash.js';

/** One claim that an issuer hid behind a digest: a member with a name, or an item of an array without. */
export interface Disclosure {
  /** As it stands between the tildes. */
  encoded: string;
  digest: string;
  name?: string;
  value: unknown;
}

/** Where a claim stands: names of members and places in arrays. */
export type ClaimPath = readonly (string | number)[];

/** An SD-JWT taken apart (RFC 9901 §4). Nothing in it is trusted before the signature is verified. */
export interface SdJwt<A extends JoseAlgorithm = JoseAlgorithm> {
  jws: CompactJws<A>;
  hash: SdHash;
  disclosures: readonly Disclosure[];
  /** The key binding JWT, where there is one: it is over this token with these disclosures. */
  keyBinding?: KeyBinding<A>;
}
