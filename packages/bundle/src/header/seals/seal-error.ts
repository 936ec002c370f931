import { EslabonError } from '@eslabon/core';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BlockHeader } from '../decode-header.js';
import { extraDataForms } from '../extra-data/forms.js';

/** What can be wrong with a sealed header, as `details.reason` of BUNDLE_SEALS names it. */
export type SealFault =
  | 'genesis'
  | 'mixHash'
  | 'difficulty'
  | 'nonce'
  | 'ommers'
  | 'extraData'
  | 'proposer'
  | 'sealForm'
  | 'foreignSeal'
  | 'duplicateSeal'
  | 'quorum';

/** BUNDLE_SEALS: the header is none that validators sealed. */
export function sealError(
  protocol: ConsensusProtocol,
  { number }: BlockHeader,
  fault: { reason: SealFault; says: string; cause?: unknown; details?: Readonly<Record<string, unknown>> },
): EslabonError {
  const { name } = extraDataForms[protocol];
  return new EslabonError('BUNDLE_SEALS', `Block ${number} is not sealed as ${name} asks: ${fault.says}.`, {
    cause: fault.cause,
    details: { ...fault.details, reason: fault.reason, block: number, protocol },
    hints: [
      'Fetch the bundle again from an agent you trust.',
      'If every bundle is refused, compare “consensus” in the trust anchor with the protocol of the chain.',
    ],
  });
}
