import type { Address } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { fromHex } from '../../bytes/hex.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import { blockHash } from '../block-hash.js';
import { commitHash } from '../commit-hash.js';
import type { BlockHeader } from '../decode-header.js';
import type { BftExtraData } from '../extra-data/bft-extra-data.js';
import { readExtraData } from '../extra-data/read-extra-data.js';
import { checkBftFields } from './check-bft-fields.js';
import { quorumOf } from './quorum.js';
import { readSigners } from './read-signers.js';
import type { SignerRecovery } from './recover-signer.js';
import { recoverSigner as recoverInJavaScript } from './recover-signer.js';
import { sealError } from './seal-error.js';
import type { SealedHeader } from './sealed-header.js';

export interface VerifySealsOptions {
  /** Replaces the recovery in JavaScript, for instance by a native one. */
  recoverSigner?: SignerRecovery | undefined;
}

/**
 * Checks that a quorum of the validators which a header declares sealed it, and that the header is in all as its protocol
 * asks (proofs.md §3). A seal of anybody else, of one validator twice or with a high s refuses the whole header. Whether
 * the declared validators are the chain's is for {@link followValidators} to say.
 * @throws EslabonError BUNDLE_SEALS with `details.reason` (a {@link SealFault}); BUNDLE_VALIDATORS when the header leaves
 * its validators to a contract, which is not supported yet.
 */
export function verifySeals(
  protocol: ConsensusProtocol,
  header: BlockHeader,
  { recoverSigner = recoverInJavaScript }: VerifySealsOptions = {},
): SealedHeader {
  checkBftFields(protocol, header);
  const { validators, round, seals } = extraDataOf(protocol, header);
  requireDeclared(validators, header);
  const proposer = header.fields.miner as Address;
  if (!validators.includes(proposer)) {
    throw sealError(protocol, header, {
      reason: 'proposer',
      says: `its proposer ${proposer} is no validator`,
    });
  }
  const signed = { protocol, header, hash: fromHex(commitHash(protocol, header)) };
  const signers = readSigners(seals, validators, signed, recoverSigner);
  const quorum = quorumOf(validators.length);
  if (signers.length < quorum) {
    throw sealError(protocol, header, {
      reason: 'quorum',
      says: `${signers.length} of its ${validators.length} validators sealed it, fewer than ${quorum}`,
      details: { validators: validators.length, signers: signers.length, quorum },
    });
  }
  const { number, timestamp } = header;
  const hash = blockHash(protocol, header);
  return { protocol, number, timestamp, hash, round, validators: [...validators], signers };
}

function extraDataOf(protocol: ConsensusProtocol, header: BlockHeader): BftExtraData {
  try {
    return readExtraData(protocol, header);
  } catch (cause) {
    const says = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    throw sealError(protocol, header, { reason: 'extraData', says, cause });
  }
}

function requireDeclared(validators: readonly Address[], { number }: BlockHeader): void {
  if (validators.length > 0) return;
  throw new EslabonError(
    'BUNDLE_VALIDATORS',
    `Block ${number} names no validators: the chain leaves them to a contract, which is not supported yet.`,
    {
      details: { block: number, validators: 0, reason: 'contractMode' },
      hints: ['Use a bundle that your own authority attests.'],
    },
  );
}
