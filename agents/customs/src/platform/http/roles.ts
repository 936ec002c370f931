import { type RoleName, roleNames, type Scope } from '@eslabon/client/contract';

const reading: Scope[] = ['certificates:read', 'bundles:read', 'verifications:run'];

const asking: Scope[] = ['presentations:request', 'presentations:read'];

/** Roles of domain.md §2 and what each may do. What is not listed is denied. */
export const roles = {
  officer: [...reading, 'certificates:propose', 'certificates:offer', ...asking],
  supervisor: [
    ...reading,
    'certificates:propose',
    'certificates:issue',
    'certificates:offer',
    'status:change',
    'imports:run',
    'register:read',
    'decisions:read',
    ...asking,
    'presentations:audit',
  ],
  verifier: ['bundles:read', 'verifications:run', ...asking],
  /** A border post of the authority's own administration, which is trusted with its register. */
  post: ['bundles:read', 'register:read', 'verifications:run', 'decisions:write', ...asking],
  machine: ['verifications:run'],
  /** A system of the authority's own that has it sign credentials other than certificates. */
  issuer: ['credentials:issue', 'verifications:run'],
  auditor: ['certificates:read', 'decisions:read', 'presentations:read', 'presentations:audit'],
} as const satisfies Record<RoleName, readonly Scope[]>;

export type Role = RoleName;

export function isRole(text: string): text is Role {
  return (roleNames as readonly string[]).includes(text);
}
