import { compactPrefix } from '@eslabon/credentials';

/**
 * How the text of a code begins that may be a certificate: that of a page, a JWS or SD-JWT, a COSE_Sign1 in base64, an
 * envelope in JSON.
 */
const beginnings = [compactPrefix, 'ey', '0oR', '{'];

/** True for a text that may be a certificate, as that of a waybill's code is not. */
export function looksSecured(text: string): boolean {
  return beginnings.some((beginning) => text.startsWith(beginning));
}
