import { EslabonError } from '@eslabon/core';

/** The error of what is not the extra data of a protocol: `name` names it, `cause` says why. */
export function malformed(name: string, cause: unknown): EslabonError {
  const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
  return new EslabonError(
    'HEADER_MALFORMED',
    `This is not the extra data of a header of ${name}: ${reason}.`,
    {
      cause,
    },
  );
}
