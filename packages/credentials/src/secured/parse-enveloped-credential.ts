import { isRecord } from '../json/is-record.js';
import { parseAeoCose } from './aeo-cose.js';
import { parseAeoSdJwt } from './aeo-sd-jwt.js';
import { envelopedFormat, envelopedToken } from './enveloped-token.js';
import { parseCredentialToken } from './parse-credential-token.js';
import type { ParsedCredential } from './parsed.js';

/**
 * Reads a credential that is carried in a presentation as it was issued.
 * @throws EslabonError CREDENTIAL_*
 */
export function parseEnvelopedCredential(item: unknown): ParsedCredential {
  const format = isRecord(item) ? envelopedFormat(item) : undefined;
  if (format === 'vc+sd-jwt') return parseAeoSdJwt(envelopedToken(item, format), format);
  if (format === 'vc+cose') return parseAeoCose(envelopedToken(item, format));
  return parseCredentialToken(envelopedToken(item, 'vc+jwt'), ['vc+jwt']);
}
