import { EslabonError } from '@eslabon/core';
import type { AgentKey, AgentKeys } from './agent-keys.js';

/**
 * The key that owns the authority's ERC-1056 identity: fragment `controller`, always secp256k1.
 * @throws EslabonError KEY_NOT_FOUND
 */
export function findControllerKey(keys: AgentKeys): AgentKey {
  const key = keys.list().find(({ fragment, type }) => fragment === 'controller' && type === 'Secp256k1');
  if (key === undefined) {
    throw new EslabonError(
      'KEY_NOT_FOUND',
      'The agent has no secp256k1 key with the fragment “controller”.',
      {
        hints: ['Create the controller key of the authority first.'],
      },
    );
  }
  return key;
}
