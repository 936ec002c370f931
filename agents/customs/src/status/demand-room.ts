import { EslabonError, type StatusAction } from '@eslabon/core';
import { legalTime } from '../issuance/messages/legal-time.js';
import type { StatusChangeRow } from './status-table.js';

type Planned = Pick<StatusChangeRow, 'action' | 'effectiveAt' | 'decidedBy'>;

interface Plan {
  certificateNumber: string;
  action: StatusAction;
  /** Later than now. */
  effectiveAt: string;
}

/**
 * What may be scheduled beside what is scheduled already: not a second decision of the same kind, and nothing for after a
 * revocation. Whoever tries has not seen the other decision. What takes effect at once is never refused because of a
 * plan, nor is a revocation because of what would come after it: they overtake it.
 * @throws EslabonError STATUS_SCHEDULED
 */
export function demandRoom(plan: Plan, scheduled: readonly Planned[], utcOffset: string): void {
  const { certificateNumber, action, effectiveAt } = plan;
  const inTheWay = scheduled.find(
    (other) => other.action === action || (other.action === 'revoke' && other.effectiveAt <= effectiveAt),
  );
  if (inTheWay === undefined) return;
  const when = legalTime(inTheWay.effectiveAt, utcOffset);
  const place = inTheWay.action === action ? 'beside' : 'for after';
  throw new EslabonError(
    'STATUS_SCHEDULED',
    `“${inTheWay.decidedBy}” has scheduled the ${nouns[inTheWay.action]} of ${certificateNumber} for ${when}: ` +
      `no ${nouns[action]} can be scheduled ${place} it.`,
    {
      hints: [
        'If it cannot wait, leave out effectiveDate: it takes effect at once, and ends what it leaves without effect.',
      ],
    },
  );
}

const nouns: Record<StatusAction, string> = {
  suspend: 'suspension',
  reinstate: 'reinstatement',
  revoke: 'revocation',
};
