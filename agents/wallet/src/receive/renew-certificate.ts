import type { Notice } from '../session/contract.js';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { authorizationServerOf } from './authorization-server.js';
import { issuanceClient } from './issuance-client.js';
import { refusalOf, withIssuer } from './issuer-trouble.js';
import { keepIssued } from './keep-issued.js';
import { renewalOf } from './renewal-of.js';
import { requestCopies } from './request-copies.js';
import { dpopOf } from './request-credential.js';

/**
 * Asks the issuer for the certificate as it is now (RFC 6749 §6), with new copies, and makes a notice of what changed.
 * @returns whether it says something else than before
 * @throws TroubleError RENEWAL_IMPOSSIBLE when there is no token, or the issuer takes it no more; ISSUER_REFUSED,
 * CERTIFICATE_*, or of the network
 */
export async function renewCertificate(desk: Desk, id: string): Promise<boolean> {
  const row = desk.vault.row('certificates', id);
  const { renewal, configuration } = row;
  if (renewal === undefined)
    throw new TroubleError('RENEWAL_IMPOSSIBLE', 'The issuer gave nothing to renew with.');
  const client = issuanceClient(desk);
  const metadata = await withIssuer(() => client.issuance.resolveIssuerMetadata(row.issuer.url));
  const { accessTokenResponse } = await withIssuer(async () => {
    try {
      return await client.authorization.retrieveRefreshTokenAccessToken({
        ...{ authorizationServerMetadata: authorizationServerOf(metadata).server },
        ...{ refreshToken: renewal.refreshToken, ...dpopOf(client, renewal) },
      });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.error !== 'invalid_grant') throw error;
      await desk.vault.change({ put: { certificates: [{ ...row, renewal: undefined }] } });
      throw new TroubleError('RENEWAL_IMPOSSIBLE', refusal.sentence, error);
    }
  });
  const access = {
    accessToken: accessTokenResponse.access_token,
    isBound: accessTokenResponse.token_type.toLowerCase() === 'dpop',
  };
  // The old one may be spent: whatever happens next, the new one is kept first.
  const next = renewalOf(accessTokenResponse.refresh_token ?? renewal.refreshToken, access);
  await desk.vault.change({ put: { certificates: [{ ...row, renewal: next }] } });
  const known = (row.copies ?? []).map(({ key }) => key);
  const { issued, copyKeys } = await requestCopies(desk, { metadata, configuration, access }, known);
  const { isChanged } = await keepIssued(desk, issued, {
    metadata,
    configuration,
    access,
    renewal: next,
    copyKeys,
    id,
  });
  if (isChanged) await desk.vault.change({ put: { notices: [noticeOf(desk, id)] } });
  return isChanged;
}

function noticeOf({ now }: Desk, certificateId: string): Notice {
  const at = now().toISOString();
  return { id: `renewed ${certificateId} ${at}`, kind: 'renewed', certificateId, at, seen: false };
}
