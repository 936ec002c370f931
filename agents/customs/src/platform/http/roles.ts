import type { Scope } from '@eslabon/client/contract';

const reading: Scope[] = ['certificates:read', 'bundles:read', 'verifications:run'];

/** Roles of domain.md §2 and what each may do. What is not listed is denied. */
export const roles = {
  officer: [...reading, 'certificates:propose'],
  supervisor: [...reading, 'certificates:propose', 'certificates:issue', 'status:change', 'imports:run'],
  verifier: ['bundles:read', 'verifications:run'],
  machine: ['verifications:run'],
  auditor: ['certificates:read'],
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof roles;

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}
