import type { Scope } from '@eslabon/client/contract';
import type { Role } from './roles.js';

/** Who sends a request, as its API key says. `null` on public operations. */
export interface Caller {
  id: string;
  name: string;
  role: Role;
  scopes: readonly Scope[];
}
