import type { Agent } from '@eslabon/customs';

/** How many certificates an agent has issued. */
export function certificateCount({ parts }: Agent): Promise<number> {
  return parts.database.read.countBy('certificate', { state: 'issued' });
}
