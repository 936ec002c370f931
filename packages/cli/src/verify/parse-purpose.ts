import { EslabonError, type Purpose, purposeKinds, purposeSchema } from '@eslabon/core';

/**
 * Reads `--purpose` and `--reference`.
 * @throws EslabonError INPUT_INVALID for another purpose, a reference without one, and one too many, too few or too long.
 */
export function parsePurpose(kind: string | undefined, reference: string | undefined): Purpose | undefined {
  if (kind === undefined && reference === undefined) return undefined;
  const read = purposeSchema.safeParse({ kind, ...(reference !== undefined && { reference }) });
  if (read.success) return read.data;
  const purpose = [kind, reference].filter((part) => part !== undefined).join(' ');
  throw new EslabonError('INPUT_INVALID', `“${purpose.slice(0, 80)}” is not a purpose.`, {
    hints: [
      `--purpose is one of ${purposeKinds.join(', ')}.`,
      'A declaration or consignment has a --reference of 1 to 35 characters; the counter has none.',
    ],
  });
}
