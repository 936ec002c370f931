import { EntitySchema } from 'typeorm';

/** Types of the keys of the authority's own DID, and of its account. */
export type AuthorityKeyType = 'Secp256k1' | 'Secp256r1' | 'Ed25519';

export interface KeyRow {
  /** `controller`, `delegate-1`, `delegate-2`: the fragment in the DID document; `submitter`; or `issuer/<profile>`. */
  name: string;
  type: AuthorityKeyType | 'Secp384r1';
  publicKey: string;
  /** Private key sealed with AES-256-GCM under the master key; see seal.ts. */
  sealed: string;
  createdAt: string;
}

export const keyTable = new EntitySchema<KeyRow>({
  name: 'key',
  columns: {
    name: { type: 'text', primary: true },
    type: { type: 'text' },
    publicKey: { type: 'text' },
    sealed: { type: 'text' },
    createdAt: { type: 'text' },
  },
});
