import type { StatusChangeView } from '@eslabon/client/contract';

/** What somebody has to look at first. */
const byUrgency = ['failed', 'queued', 'sent', 'scheduled'] as const;

/** Where there is room for one word about the changes of a certificate: how far the one got that a person looks for. */
export function mostPressing(
  changes: readonly Pick<StatusChangeView, 'state'>[],
): (typeof byUrgency)[number] | undefined {
  return byUrgency.find((state) => changes.some((change) => change.state === state));
}
