import type { CallerView } from '@eslabon/client/contract';

/**
 * What the one who is signed in may do with something that waits: `both`, issue or reject it; `reject` alone where they
 * proposed it themselves and four eyes are asked for; or nothing.
 */
export type MayDecide = 'both' | 'reject' | 'nothing';

export function mayDecide(
  { name, scopes, fourEyes }: Pick<CallerView, 'name' | 'scopes' | 'fourEyes'>,
  proposedBy: string,
): MayDecide {
  if (!scopes.includes('certificates:issue')) return 'nothing';
  return fourEyes && proposedBy === name ? 'reject' : 'both';
}
