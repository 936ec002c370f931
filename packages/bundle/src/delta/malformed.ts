import { EslabonError } from '@eslabon/core';

/** The error of bytes that are no delta. */
export function malformed(reason: string, cause?: unknown): EslabonError {
  return new EslabonError('DELTA_MALFORMED', `This is not a delta: ${reason}.`, {
    cause,
    hints: ['Copy the file again, or fetch it again from the agent.'],
  });
}
