import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { EslabonError, hiddenSigns } from '@eslabon/core';
import { IsNull } from 'typeorm';
import type { Database } from '../database/open-database.js';
import { apiKeyTable } from './api-key-table.js';
import type { Caller } from './caller.js';
import { type Role, roles } from './roles.js';

const keyPattern = /^esk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/**
 * Makes an API key; the answer is the only place where its secret ever stands.
 * @param given whose it is: at most 100 characters, which histories show and four eyes go by
 * @throws EslabonError INPUT_INVALID
 */
export async function createApiKey(database: Database, given: string, role: Role): Promise<string> {
  const name = given.trim();
  if (name === '' || name.length > 100 || name.replace(hiddenSigns, '') !== name) {
    throw new EslabonError(
      'INPUT_INVALID',
      `“${name.replace(hiddenSigns, '\ufffd').slice(0, 100)}” is not a name for a key.`,
      {
        hints: ['Name the person or the system: 1 to 100 characters that everybody can see.'],
      },
    );
  }
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  await database.transaction((manager) =>
    manager.insert(apiKeyTable, {
      id,
      name,
      role,
      hash: sha256(secret).toString('hex'),
      createdAt: new Date().toISOString(),
      revokedAt: null,
    }),
  );
  return `esk_${id}_${secret}`;
}

/** Revokes an API key by its id, at once. */
export async function revokeApiKey(database: Database, id: string): Promise<void> {
  const { affected } = await database.transaction((manager) =>
    manager.update(apiKeyTable, { id, revokedAt: IsNull() }, { revokedAt: new Date().toISOString() }),
  );
  if (affected === 0) throw new EslabonError('NOT_FOUND', `There is no valid API key with the id “${id}”.`);
}

/**
 * The caller that an API key stands for. Compares hashes in constant time, and does the same work for an id that
 * does not exist.
 * @throws EslabonError AUTHENTICATION_FAILED, with the same words whatever was wrong.
 */
export async function authenticate(database: Database, presented: string): Promise<Caller> {
  const [, id = '', secret = ''] = keyPattern.exec(presented) ?? [];
  const row = await database.read.findOneBy(apiKeyTable, { id });
  const expected = Buffer.from(row?.hash ?? sha256('nobody').toString('hex'), 'hex');
  const matches = timingSafeEqual(sha256(secret), expected);
  if (row === null || !matches || row.revokedAt !== null) {
    throw new EslabonError('AUTHENTICATION_FAILED', 'This API key is not valid here.', {
      hints: ['Check that the key belongs to this authority’s agent and was not revoked.'],
    });
  }
  return { id: row.id, name: row.name, role: row.role, scopes: roles[row.role] };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
