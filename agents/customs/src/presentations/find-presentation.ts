import { EslabonError } from '@eslabon/core';
import type { Caller } from '../platform/http/caller.js';
import type { Presentations } from './create-presentations.js';
import { type PresentationRow, presentationTable } from './presentation-table.js';

/**
 * A request, for the API key that made it and for those who may see every one. To all others it is as if it were not.
 * @throws EslabonError NOT_FOUND
 */
export async function findPresentation(
  { database }: Pick<Presentations, 'database'>,
  id: string,
  caller: Caller,
): Promise<PresentationRow> {
  const row = await database.read.findOneBy(presentationTable, { id });
  const mayRead = row?.createdBy === caller.id || caller.scopes.includes('presentations:audit');
  if (row !== null && mayRead) return row;
  throw new EslabonError('NOT_FOUND', `There is no request to present with the id “${id}” for this key.`, {
    hints: ['It is shown to the key that made it, and to supervisors and auditors.'],
  });
}
