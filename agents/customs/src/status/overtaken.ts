import { EslabonError, type StatusAction, statusAfter, transition } from '@eslabon/core';

/**
 * Which of several changes are not possible any more once another one takes effect before them.
 * @param later in the order of effect
 */
export function overtaken<T extends { action: StatusAction }>(
  action: StatusAction,
  later: readonly T[],
): T[] {
  let status = statusAfter[action];
  return later.filter((change) => {
    try {
      status = transition(status, change.action);
      return false;
    } catch (error) {
      if (!(error instanceof EslabonError)) throw error;
      return true;
    }
  });
}
