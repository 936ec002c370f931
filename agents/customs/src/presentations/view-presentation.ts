import type { Presentation } from '@eslabon/client/contract';
import type { PresentationRow } from './presentation-table.js';

/** A request as its caller sees it. What nobody answered in time has expired, whatever else became of it. */
export function viewPresentation(row: PresentationRow, now: Date): Presentation {
  const { id, purpose, createdAt, expiresAt, answeredAt, verdict, disclosed, delegate, refusals } = row;
  return {
    ...{ id, state: stateOf(row, now), purpose, createdAt, expiresAt, refusals },
    ...(answeredAt !== null && { answeredAt }),
    ...(verdict !== null && { verdict: verdict as Presentation['verdict'] }),
    ...(disclosed !== null && { disclosed }),
    ...(delegate !== null && { delegate }),
  };
}

export function stateOf(
  { state, expiresAt }: Pick<PresentationRow, 'state' | 'expiresAt'>,
  now: Date,
): Presentation['state'] {
  const isOver = state === 'answered' || state === 'declined';
  return !isOver && expiresAt <= now.toISOString() ? 'expired' : state;
}
