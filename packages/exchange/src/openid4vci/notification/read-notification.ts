import { z } from 'zod';
import { issuanceRefused } from '../issuance-refused.js';

export const notificationEvents = [
  'credential_accepted',
  'credential_failure',
  'credential_deleted',
] as const;

export type NotificationEvent = (typeof notificationEvents)[number];

const notificationSchema = z.object({
  notification_id: z.string().min(1).max(512),
  event: z.enum(notificationEvents),
  event_description: z.string().max(1000).optional(),
});

export interface Notification {
  id: string;
  event: NotificationEvent;
}

/**
 * Reads a notification request (OpenID4VCI 1.0 §11.1).
 * @throws EslabonError ISSUANCE_REFUSED with invalid_notification_request
 */
export function readNotification(body: unknown): Notification {
  const parsed = notificationSchema.safeParse(body);
  if (parsed.success) return { id: parsed.data.notification_id, event: parsed.data.event };
  throw issuanceRefused(
    'invalid_notification_request',
    `The body has to be a JSON object with notification_id and an event, one of ${notificationEvents.join(', ')}.`,
  );
}
