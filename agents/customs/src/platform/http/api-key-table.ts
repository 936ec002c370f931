import { EntitySchema } from 'typeorm';
import type { Role } from './roles.js';

export interface ApiKeyRow {
  id: string;
  name: string;
  role: Role;
  /** SHA-256 of the secret in hexadecimal. The secret has 256 bits, so that no slow hash is needed. */
  hash: string;
  createdAt: string;
  revokedAt: string | null;
}

export const apiKeyTable = new EntitySchema<ApiKeyRow>({
  name: 'api_key',
  columns: {
    id: { type: 'text', primary: true },
    name: { type: 'text' },
    role: { type: 'text' },
    hash: { type: 'text' },
    createdAt: { type: 'text' },
    revokedAt: { type: 'text', nullable: true },
  },
});
