import { EslabonError } from '@eslabon/core';
import type { AgentKey, AgentKeys } from './agent-keys.js';

/**
 * The key of a name in the agent's key store.
 * @throws EslabonError KEY_NOT_FOUND
 */
export function findKey(keys: AgentKeys, kid: string): AgentKey {
  const key = keys.list().find((candidate) => candidate.kid === kid);
  if (key === undefined) {
    throw new EslabonError('KEY_NOT_FOUND', `The agent has no key “${kid.slice(0, 100)}”.`, {
      hints: ['Use the kid of a key that the key store lists.'],
    });
  }
  return key;
}
