import type { Hash } from '@eslabon/core';
import type { Sign, SignatureAlgorithm } from '@eslabon/credentials';
import { signCompactJws } from '@eslabon/credentials';

/** `typ` of a block attestation, so that no other token can stand in for one. */
export const blockAttestationType = 'eslabon-block+jwt';

/** What an attestor states of a block: that the chain it follows has it. */
export interface BlockClaims {
  /** DID of the attestor. */
  iss: string;
  chainId: number;
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
}

export interface BlockAttestation {
  did: string;
  /** DID URL of the key: `<did>#controller`. */
  kid: string;
  algorithm: SignatureAlgorithm;
  chainId: number;
  number: number;
  hash: Hash;
  timestamp: number;
  sign: Sign;
}

/**
 * Signs the statement that a chain has a block, as a compact JWS. A post that trusts the key trusts the block's state
 * root by it.
 * @throws EslabonError CREDENTIAL_SIGNATURE when the signer does not return a JWS signature.
 */
export async function attestBlock(block: BlockAttestation): Promise<string> {
  const { did, kid, algorithm, chainId, number, hash, timestamp, sign } = block;
  const claims: BlockClaims = { iss: did, chainId, number, hash, timestamp };
  return signCompactJws({ alg: algorithm, kid, typ: blockAttestationType }, claims, sign);
}
