import type { EslabonError } from '@eslabon/core';
import { presentationRefused, refusalCodes } from '@eslabon/exchange';
import { plainText } from '@eslabon/verifier';
import { updateWhere } from '../../platform/database/statements/update-where.js';
import type { Presentations } from '../create-presentations.js';
import { type PresentationRow, presentationTable } from '../presentation-table.js';

/** Refused answers that are remembered of one request, the newest. */
const maxRefusals = 20;

type Kept = Pick<PresentationRow, 'state'> &
  Partial<Pick<PresentationRow, 'presented' | 'verdict' | 'disclosed' | 'delegate'>>;

const nothing = { presented: null, verdict: null, disclosed: null, delegate: null };

const endOpen = updateWhere(
  presentationTable,
  ['state', 'answeredAt', 'encryptionKey', 'presented', 'verdict', 'disclosed', 'delegate'],
  `"id" = ? AND "state" IN ('open', 'fetched')`,
);

type Context = Pick<Presentations, 'database' | 'batch' | 'clock' | 'watchers'>;

/**
 * Ends a request with its one answer. Of two that come at once the first to get here wins. The key that answers are
 * encrypted to is forgotten: whoever recorded them cannot have them opened later.
 * @throws EslabonError PRESENTATION_REFUSED when it has ended already
 */
export async function finish({ batch, clock, watchers }: Context, id: string, kept: Kept): Promise<void> {
  const answeredAt = clock().toISOString();
  const ended = { ...nothing, ...kept, answeredAt, encryptionKey: null };
  if ((await batch((manager) => endOpen(manager, ended, [id]))) === 0) throw answeredAlready();
  watchers.changed(id);
}

/** Remembers why an answer was refused. What a wallet says of it may be anybody's words, and an officer reads them. */
export async function noteRefusal(
  { database, clock, watchers }: Context,
  id: string,
  code: string,
  detail: string,
): Promise<void> {
  await database.transaction(async (manager) => {
    const { refusals } = await manager.findOneByOrFail(presentationTable, { id });
    const newest = [...refusals, { at: clock().toISOString(), code, detail: plainText(detail, 500) }];
    await manager.update(presentationTable, { id }, { refusals: newest.slice(-maxRefusals) });
  });
  watchers.changed(id);
}

/** Says that a request takes one answer. */
export function answeredAlready(): EslabonError {
  return presentationRefused(refusalCodes.repeated, 'The request was answered already; it takes one answer.');
}
