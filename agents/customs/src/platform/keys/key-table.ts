import { EntitySchema } from 'typeorm';

export interface KeyRow {
  /** `controller`, `delegate-1`, `delegate-2`: the fragment in the DID document; or `submitter`. */
  name: string;
  type: 'Secp256k1' | 'Secp256r1' | 'Ed25519';
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
