import type { EslabonError } from '@eslabon/core';
import { presentationRefused, refusalCodes } from '@eslabon/exchange';
import { plainText } from '@eslabon/verifier';
import { updateWhere } from '../../platform/database/statements/update-where.js';
import type { Presentations } from '../create-presentations.js';
import { type PresentationRow, presentationTable } from '../presentation-table.js';
import { stateOf } from '../view-presentation.js';

/** Refused answers that are remembered of one request, the newest. */
const maxRefusals = 20;

type Kept = Pick<PresentationRow, 'state'> &
  Partial<Pick<PresentationRow, 'presented' | 'verdict' | 'disclosed' | 'delegate'>>;

const nothing = { presented: null, verdict: null, disclosed: null, delegate: null };

const endOpen = updateWhere(
  presentationTable,
  ['state', 'answeredAt', 'encryptionKey', 'presented', 'verdict', 'disclosed', 'delegate'],
  `"id" = ? AND "state" IN ('open', 'fetched') AND "expiresAt" > ?`,
);

type Context = Pick<Presentations, 'database' | 'batch' | 'clock' | 'watchers'>;

/**
 * Ends a request with its one answer. Of two that come at once the first to get here wins; one whose request expired
 * while it was looked at is too late, for whoever asked was told so. The key that answers are encrypted to is forgotten:
 * whoever recorded them cannot have them opened later.
 * @throws EslabonError PRESENTATION_REFUSED when it has ended already
 */
export async function finish(
  { batch, clock, watchers }: Context,
  { id, expiresAt }: Pick<PresentationRow, 'id' | 'expiresAt'>,
  kept: Kept,
): Promise<void> {
  const changed = await batch((manager) => {
    const answeredAt = clock().toISOString();
    return endOpen(manager, { ...nothing, ...kept, answeredAt, encryptionKey: null }, [id, answeredAt]);
  });
  if (changed === 0) throw expiresAt <= clock().toISOString() ? answeredLate() : answeredAlready();
  watchers.changed(id);
}

/**
 * Remembers why an answer was refused. What a wallet says of it may be anybody's words, and an officer reads them. Once
 * the request has ended none pushes out another: whoever has kept its link could otherwise have the agent write, and
 * forget what was refused while it mattered, for as long as the request is kept.
 */
export async function noteRefusal(
  { database, clock, watchers }: Context,
  id: string,
  code: string,
  detail: string,
): Promise<void> {
  await database.transaction(async (manager) => {
    const row = await manager.findOneByOrFail(presentationTable, { id });
    const { refusals } = row;
    const now = clock();
    const state = stateOf(row, now);
    if (state !== 'open' && state !== 'fetched' && refusals.length >= maxRefusals) return;
    const newest = [...refusals, { at: now.toISOString(), code, detail: plainText(detail, 500) }];
    await manager.update(presentationTable, { id }, { refusals: newest.slice(-maxRefusals) });
  });
  watchers.changed(id);
}

/** Says that the time of a request is over. */
export function answeredLate(): EslabonError {
  return presentationRefused(
    refusalCodes.late,
    'The answer came too late: the request has expired. Ask the customs authority for another one.',
  );
}

/** Says that a request takes one answer. */
export function answeredAlready(): EslabonError {
  return presentationRefused(refusalCodes.repeated, 'The request was answered already; it takes one answer.');
}
