import { issuanceRefused, readNotification } from '@eslabon/exchange';
import type { Issuance } from './create-issuance.js';
import { demandSession, type TokenPresentation } from './demand-session.js';
import { issuanceGrantTable } from './issuance-tables.js';

/**
 * The notification endpoint (OpenID4VCI 1.0 §11): the last word of a wallet about a credential counts, and may be said
 * twice.
 * @throws EslabonError ISSUANCE_REFUSED with the codes of §11.3
 */
export function receiveNotification(
  issuance: Issuance,
  presentation: TokenPresentation,
  readBody: () => unknown,
): Promise<void> {
  return issuance.database.transaction(async (manager) => {
    const { id: sessionId } = await demandSession(issuance, manager, presentation);
    const { id: notificationId, event } = readNotification(readBody());
    const eventAt = issuance.clock().toISOString();
    const grant = await manager.findOneBy(issuanceGrantTable, { notificationId, sessionId });
    if (grant === null) throw issuanceRefused('invalid_notification_id', 'The notification id is unknown.');
    const { batch } = grant;
    await manager.update(issuanceGrantTable, { batch }, { event, eventAt });
  });
}
