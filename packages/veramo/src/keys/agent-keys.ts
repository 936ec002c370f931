import type { Hex } from '@eslabon/core';

/** Key types that this package can use, by their names in Veramo. */
export type AgentKeyType = 'Secp256k1' | 'Secp256r1' | 'Ed25519';

/** The public half of a key that an agent holds. */
export interface AgentKey {
  /** Name of the key in the agent's key store. It never leaves the agent. */
  kid: string;
  /** Fragment of the key in the DID document: `controller`, `delegate-1`, `delegate-2`… */
  fragment: string;
  type: AgentKeyType;
  /** Compressed point (33 bytes) of an elliptic-curve key, or the 32 bytes of an Ed25519 key; no `0x`. */
  publicKeyHex: string;
}

/**
 * The seam between the agent's keys and everything that signs with them. A file store, an HSM (PKCS #11) or a cloud KMS
 * implements it; private keys stay on its other side.
 */
export interface AgentKeys {
  /** The keys in use now. Called at every use, so that a rotation shows at once. */
  list(): readonly AgentKey[];
  /**
   * Signs JWS data: ES256K and ES256 hash it with SHA-256, EdDSA takes it whole.
   * @returns 64 bytes: r‖s, or the Ed25519 signature.
   */
  sign(kid: string, data: Uint8Array): Promise<Uint8Array>;
  /**
   * Signs a 32-byte digest of an instruction to the registries with a secp256k1 key.
   * @returns 65 bytes r‖s‖v with low s and v 27 or 28.
   */
  signDigest(kid: string, digest: Hex): Promise<Hex>;
}
