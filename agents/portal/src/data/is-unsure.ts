import type { Trouble } from '@eslabon/ui';

/**
 * Whether something may have been done although it looks as if it had failed: no answer came, or one that says nothing.
 * What an agent refuses, it has not done.
 */
export function isUnsure({ code }: Pick<Trouble, 'code'>): boolean {
  return code === 'UNAVAILABLE' || code === 'INTERNAL';
}
