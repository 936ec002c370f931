import { createDelegatedPresentation, createVpJwt, presentSdJwt } from '@eslabon/credentials';
import type { HolderKey } from '../../keys/key-ring.js';
import type { HeldItem } from '../match/held-item.js';
import type { VerifiedRequest } from '../request/verify-request.js';

/** For how long a presentation counts, in seconds. */
const lasts = 300;

/** What goes, and who signs for it. */
export interface Presented {
  item: HeldItem;
  /** Of a certificate that can show a part: that part. */
  shown: string;
  /** That the certificate is bound to, or that the delegation names. */
  key: HolderKey;
  /** Newest list of the company, for a delegation. */
  statusList?: string | undefined;
}

/**
 * Presents what was chosen, as it was shown, to this verifier now: an SD-JWT with key binding (RFC 9901 §4.3), or a
 * `vp+jwt` (VC-JOSE-COSE §3.1.2).
 * @throws EslabonError CREDENTIAL_*
 */
export function makePresentation(
  { clientId, nonce }: Pick<VerifiedRequest, 'clientId' | 'nonce'>,
  { item, shown, key, statusList }: Presented,
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const common = { audience: clientId, nonce, issuedAt };
  const { did, sign } = key;
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
