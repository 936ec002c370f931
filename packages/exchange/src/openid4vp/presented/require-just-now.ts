import type { ParsedPresentation } from '@eslabon/credentials';
import { presentationLasts, presentationSkew } from '../configuration.js';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';

/**
 * A presentation is made for one request, on the spot.
 * @param now Unix seconds
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export function requireJustNow({ issuedAt }: Pick<ParsedPresentation, 'issuedAt'>, now: number): void {
  if (issuedAt === undefined) return;
  if (issuedAt >= now - presentationLasts - presentationSkew && issuedAt <= now + presentationSkew) return;
  throw presentationRefused(
    refusalCodes.outOfDate,
    'The presentation was not made just now (iat): set the clock of the device, and present it again.',
  );
}
