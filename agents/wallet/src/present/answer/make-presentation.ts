import { createDelegatedPresentation, createVpJwt, presentSdJwt } from '@eslabon/credentials';
import type { Desk } from '../../session/desk.js';
import type { Choice } from '../match/find-candidates.js';
import type { VerifiedRequest } from '../request/verify-request.js';

/** For how long a presentation counts, in seconds. */
const lasts = 300;

/**
 * Presents what was chosen, as it was shown, to this verifier now: an SD-JWT with key binding (RFC 9901 §4.3), or a
 * `vp+jwt` (VC-JOSE-COSE §3.1.2), both by the key of this device.
 * @param statusList newest list of the company, for a delegation
 * @throws EslabonError CREDENTIAL_*
 */
export function makePresentation(
  { keys, now }: Pick<Desk, 'keys' | 'now'>,
  { clientId, nonce }: Pick<VerifiedRequest, 'clientId' | 'nonce'>,
  { item, shown }: Pick<Choice, 'item' | 'shown'>,
  statusList: string | undefined,
): Promise<string> {
  const issuedAt = Math.floor(now().getTime() / 1000);
  const common = { audience: clientId, nonce, issuedAt };
  const { did, sign } = keys;
  if (item.kind === 'delegation') {
    const { token: delegation } = item;
    const delegationStatus = item.delegation.status === undefined ? undefined : statusList;
    return createDelegatedPresentation({
      ...common,
      delegation,
      delegationStatus,
      expiresAt: issuedAt + lasts,
      sign,
    });
  }
  if (item.certificate.format === 'dc+sd-jwt') {
    const keyBinding = { ...common, signer: { algorithm: 'ES256' as const, sign } };
    return presentSdJwt({ sdJwt: shown, reveal: 'all', keyBinding });
  }
  return createVpJwt({
    ...{ ...common, holder: did, kid: `${did}#0`, algorithm: 'ES256', credentials: [shown] },
    ...{ expiresAt: issuedAt + lasts, sign },
  });
}
