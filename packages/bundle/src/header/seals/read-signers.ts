import type { Address, EslabonError } from '@eslabon/core';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { toHex } from '../../bytes/hex.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BlockHeader } from '../decode-header.js';
import type { SignerRecovery } from './recover-signer.js';
import type { SealFault } from './seal-error.js';
import { sealError } from './seal-error.js';

/** What the seals are of. */
export interface Signed {
  protocol: ConsensusProtocol;
  header: BlockHeader;
  /** The commit hash. */
  hash: Uint8Array;
}

/** Largest s of a signature in its one canonical form: whoever sees a seal could turn it into another with n - s. */
const maxS = secp256k1.Point.CURVE().n >> 1n;

/**
 * Whose seals these are. Each must be of another member.
 * @throws EslabonError BUNDLE_SEALS for sealForm, foreignSeal or duplicateSeal
 */
export function readSigners(
  seals: readonly Uint8Array[],
  validators: readonly Address[],
  signed: Signed,
  recoverSigner: SignerRecovery,
): Address[] {
  const members = new Set(validators);
  const signers = new Set<Address>();
  for (const [at, seal] of seals.entries()) {
    const refused = (reason: SealFault, what: string): EslabonError =>
      sealError(signed.protocol, signed.header, {
        reason,
        says: `seal ${at + 1} of ${seals.length} ${what}`,
        details: { seal: at },
      });
    const wrong = formFault(seal);
    if (wrong !== undefined) throw refused('sealForm', wrong);
    const signer = recoverSigner(signed.hash, seal);
    if (signer === undefined) throw refused('sealForm', 'is no signature');
    if (!members.has(signer)) throw refused('foreignSeal', `is of ${signer}, which is no validator`);
    if (signers.has(signer)) throw refused('duplicateSeal', `is of ${signer}, which sealed already`);
    signers.add(signer);
  }
  return [...signers];
}

function formFault(seal: Uint8Array): string | undefined {
  const v = seal[64] as number;
  if (v > 1) return `has v ${v}, which is neither 0 nor 1`;
  return BigInt(toHex(seal.subarray(32, 64))) > maxS ? 'has a high s' : undefined;
}
