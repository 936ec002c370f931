import type { StatusChangeView } from '@eslabon/client/contract';

/** Whether a change of status is on its way to the chain: not one that waits for its day, nor one that needs a person. */
export function isUnderWay(state: StatusChangeView['state']): boolean {
  return state === 'queued' || state === 'sent';
}
