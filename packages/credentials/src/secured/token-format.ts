import type { CompactJws } from '../jws/compact-jws.js';
import { malformed, unsupported } from './credential-errors.js';

/** Formats of tokens that are a plain compact JWS. */
export type TokenFormat = 'vc+jwt' | 'vc1-jwt' | 'vp+jwt' | 'vp1-jwt';

/**
 * Which format a token claims to be. The header's `typ` decides, as a media type (RFC 7515 §4.1.9: case does not
 * count, `application/` may be left out); only VCDM 1.1 needs a look at the payload. Never guessed by trying.
 * @throws EslabonError CREDENTIAL_FORMAT_UNSUPPORTED or CREDENTIAL_MALFORMED
 */
export function tokenFormat({ header, payload }: CompactJws): TokenFormat {
  const type = (header.typ ?? 'jwt').toLowerCase().replace(/^application\//, '');
  if (type === 'vc+jwt' || type === 'vp+jwt') return type;
  if (type !== 'jwt')
    throw unsupported(`A token of the type “${type.slice(0, 40)}” is not a credential that we read.`);
  const hasVc = Object.hasOwn(payload, 'vc');
  const hasVp = Object.hasOwn(payload, 'vp');
  if (hasVc && hasVp) throw malformed('A JWT is a credential (vc) or a presentation (vp), not both.');
  if (!hasVc && !hasVp) throw unsupported('This JWT has neither the claim vc nor the claim vp.');
  return hasVc ? 'vc1-jwt' : 'vp1-jwt';
}
