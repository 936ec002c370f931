import { EslabonError } from '@eslabon/core';
import type { Signer } from '../crypto/sign.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { headerType } from '../securing/media-type.js';
import type { TokenStatusList } from '../status-list/token-status-list.js';
import { encodeTokenStatusList } from '../status-list/token-status-list.js';
import { statusListMediaType } from './status-list-token.js';

export interface CreateStatusListTokenOptions {
  list: TokenStatusList;
  /** The URI that it is served at. */
  subject: string;
  issuer?: string;
  /** Unix seconds. */
  issuedAt: number;
  expiresAt?: number;
  /** Seconds. */
  ttl?: number;
  /** Claims of one's own, for instance where on a chain the entries come from; none may be one of the standard. */
  claims?: Record<string, unknown>;
  signer: Signer;
}

/**
 * Publishes a Token Status List as `statuslist+jwt` (draft-ietf-oauth-status-list §5.1).
 * @throws EslabonError INPUT_INVALID, CREDENTIAL_SIGNATURE
 */
export async function createStatusListToken(options: CreateStatusListTokenOptions): Promise<string> {
  const { list, subject, issuer, issuedAt, expiresAt, ttl, claims = {}, signer } = options;
  const standard = {
    sub: subject,
    iat: issuedAt,
    ...(issuer !== undefined && { iss: issuer }),
    ...(expiresAt !== undefined && { exp: expiresAt }),
    ...(ttl !== undefined && { ttl }),
    status_list: encodeTokenStatusList(list),
  };
  const twice = Object.keys(claims).find((name) => Object.hasOwn(standard, name));
  if (twice !== undefined) {
    throw new EslabonError(
      'INPUT_INVALID',
      `The claim “${twice}” of a status list is made from its options.`,
    );
  }
  const header = {
    alg: signer.algorithm,
    ...(signer.kid !== undefined && { kid: signer.kid }),
    typ: headerType(statusListMediaType),
  };
  return signCompactJws(header, { ...standard, ...claims }, signer.sign);
}
