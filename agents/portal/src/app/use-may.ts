import type { Scope } from '@eslabon/client/contract';
import { useSignedIn } from './session-context.js';

/** What the one who is signed in may do. What they may not is not offered. */
export function useMay(): (scope: Scope) => boolean {
  const { caller } = useSignedIn();
  return (scope) => caller.scopes.includes(scope);
}
