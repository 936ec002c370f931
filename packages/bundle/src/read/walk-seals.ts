import { EslabonError } from '@eslabon/core';
import type { BlockHeader } from '../header/decode-header.js';
import { protocolAt } from '../header/protocol-at.js';
import { followValidators } from '../header/seals/follow-validators.js';
import type { SignerRecovery } from '../header/seals/recover-signer.js';
import { requireEnough } from '../header/seals/require-enough.js';
import type { SealedHeader } from '../header/seals/sealed-header.js';
import { verifySeals } from '../header/seals/verify-seals.js';
import type { Checkpoint, SealTrust, TrustAnchor } from '../trust/trust-anchor.js';
import { limitRecovery } from './limit-recovery.js';
import type { ProvenBlock } from './proven-block.js';
import { readBlock } from './read-block.js';
import { requireAscending } from './require-ascending.js';
import { standOnCheckpoint } from './stand-on-checkpoint.js';

export interface WalkOptions {
  trust: TrustAnchor;
  seals: SealTrust;
  recoverSigner: SignerRecovery;
  /** Unix seconds. */
  now: number;
}

/**
 * Walks from the checkpoint over the hops to the block, handing trust from one set of validators to the next (proofs.md
 * §3). Hops that are not above the checkpoint are passed over: posts have different checkpoints.
 * @throws EslabonError BUNDLE_HEADER when a hop cannot be read or they do not ascend; BUNDLE_SEALS, BUNDLE_VALIDATORS,
 * BUNDLE_CHECKPOINT, BUNDLE_CHECKPOINT_EXPIRED; BUNDLE_TOO_LARGE when there are more seals than any honest file needs.
 */
export function walkSeals(
  hops: readonly Uint8Array[],
  block: BlockHeader,
  { trust, seals, recoverSigner, now }: WalkOptions,
): ProvenBlock {
  const { checkpoint, ...rules } = seals;
  const headers = [...hops.map(readBlock), block];
  requireAscending(headers);
  requireAbove(checkpoint, block);
  requireEnough(checkpoint, seals.minValidators);

  const recovery = { recoverSigner: limitRecovery(recoverSigner) };
  const verify = (header: BlockHeader): SealedHeader =>
    verifySeals(requireProtocol(trust, header), header, recovery);
  const followed = headers.filter(({ number }) => number > checkpoint.number);
  const last = followed.pop();
  if (last === undefined) return proven(standOnCheckpoint(checkpoint, verify(block)), 0);
  let trusted = checkpoint;
  for (const hop of followed) trusted = followValidators(trusted, verify(hop), { ...rules, now });
  const sealed = verify(last);
  followValidators(trusted, sealed, { ...rules, now });
  return proven(sealed, followed.length);
}

function requireAbove({ number }: Checkpoint, block: BlockHeader): void {
  if (block.number >= number) return;
  throw new EslabonError(
    'BUNDLE_CHECKPOINT',
    `The bundle's block ${block.number} is below the checkpoint, block ${number}: seals lead only forward.`,
    {
      details: { block: block.number, trusted: number },
      hints: ['Use a newer bundle, or for a past day a trust anchor with an older checkpoint.'],
    },
  );
}

function requireProtocol({ consensus }: TrustAnchor, { number }: BlockHeader) {
  const protocol = protocolAt(consensus, number);
  if (protocol !== undefined) return protocol;
  throw new EslabonError(
    'BUNDLE_TRUST_MODE',
    `The trust anchor names no protocol that seals block ${number}.`,
    {
      hints: ['Add “consensus” to the trust anchor.'],
    },
  );
}

function proven(sealed: SealedHeader, hops: number): ProvenBlock {
  const { protocol, number, hash, timestamp, validators, signers } = sealed;
  return {
    hash,
    trust: {
      mode: 'sealed',
      protocol,
      validators: validators.length,
      signers: signers.length,
      hops,
      checkpoint: { number, hash, timestamp, validators },
    },
  };
}
