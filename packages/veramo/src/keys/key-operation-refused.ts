import { EslabonError } from '@eslabon/core';

/** The error of every use of keys that Veramo offers and this kernel does not. */
export function keyOperationRefused(operation: string): EslabonError {
  return new EslabonError('KEY_OPERATION_REFUSED', `The kernel refuses ${operation}.`, {
    hints: [
      'Keys are created, imported and deleted by the agent, outside Veramo.',
      'Changes on the chain are instructions signed through AgentKeys.signDigest and sent by a submitter.',
    ],
  });
}
