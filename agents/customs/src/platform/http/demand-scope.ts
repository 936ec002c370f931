import type { Scope } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { Caller } from './caller.js';

/** @throws EslabonError PERMISSION_DENIED unless the caller's key allows `scope`. `what` says what it is needed for. */
export function demandScope(caller: Caller, scope: Scope, what: string): void {
  if (caller.scopes.includes(scope)) return;
  throw new EslabonError('PERMISSION_DENIED', `The key “${caller.name}” may not do this: ${what}.`, {
    hints: [`It takes a key whose role allows ${scope}; this one is ${caller.role}.`],
  });
}
