import { isRecord } from '../json/is-record.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { tooLarge } from '../secured/credential-errors.js';
import { envelopedFormat, envelopedToken } from '../secured/enveloped-token.js';
import { maxCredentialBytes } from '../secured/limits.js';
import { credentialAmong } from '../secured/parse-credential-token.js';
import { parseEnvelopedCredential } from '../secured/parse-enveloped-credential.js';
import type { ParsedCredential } from '../secured/parsed.js';
import { tokenFormat } from '../secured/token-format.js';
import { isDelegation, notPresented } from './is-delegation.js';
import { maxDelegationBytes } from './limits.js';
import { delegationOf } from './parse-delegation.js';
import type { ParsedDelegation } from './parsed-delegation.js';

/**
 * Reads one item of a `vp+jwt`: a certificate, or the delegation where it is the only item.
 * @throws EslabonError CREDENTIAL_*, DELEGATION_NOT_PRESENTED for a delegation beside anything else
 */
export function parsePresentedItem(item: unknown, isAlone: boolean): ParsedCredential | ParsedDelegation {
  if (!isRecord(item) || envelopedFormat(item) !== 'vc+jwt') return parseEnvelopedCredential(item);
  const token = envelopedToken(item, 'vc+jwt');
  const jws = parseCompactJws(token, { maxBytes: maxDelegationBytes });
  if (tokenFormat(jws) === 'vc+jwt' && isDelegation(jws.payload)) {
    if (!isAlone) throw notPresented('beside other credentials');
    return delegationOf(jws);
  }
  if (token.length > maxCredentialBytes) throw tooLarge('credential', token.length, maxCredentialBytes);
  return credentialAmong(jws, ['vc+jwt']);
}
