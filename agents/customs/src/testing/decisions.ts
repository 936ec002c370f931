import type { DecisionInput } from '@eslabon/client/contract';

let count = 0;

/** A decision of a post of Peru, with an id of its own. */
export function sampleDecision(changes: Partial<Record<keyof DecisionInput, unknown>> = {}): DecisionInput {
  count += 1;
  return {
    id: `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`,
    post: 'Tacna, Complejo Santa Rosa',
    officer: '4711',
    decidedAt: '2026-05-03T15:00:00Z',
    as: 'PE',
    verdict: 'RECOGNISED',
    reasons: ['CHECKS_PASSED'],
    certificate: { certificateNumber: 'MX-OEA-0001', issuer: `did:ethr:0x9e55c:0x${'1'.repeat(40)}` },
    presented: { by: 'camera', sha256: 'ab'.repeat(32) },
    bundle: { block: 1234, hash: `0x${'01'.repeat(32)}`, digest: `0x${'02'.repeat(32)}` },
    app: '0.1.0',
    ...changes,
  } as DecisionInput;
}
