import type { StoredCopyKey } from '../keys/copy-keys.js';
import type { Desk } from '../session/desk.js';
import type { Renewal, StoredCertificate } from '../store/stored.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { authorizationServerOf } from './authorization-server.js';
import { issuanceClient } from './issuance-client.js';
import { refusalOf, withIssuer } from './issuer-trouble.js';
import { type Kept, keepIssued } from './keep-issued.js';
import { renewalOf } from './renewal-of.js';
import { requestCopies } from './request-copies.js';
import { dpopOf } from './request-credential.js';

/** A certificate that is held, or one that is waited for. */
export interface Renewable extends Pick<StoredCertificate, 'id' | 'issuer' | 'configuration'> {
  renewal: Renewal;
  /** Keys of the copies that are held, or were asked for. */
  copyKeys: readonly StoredCopyKey[];
}

/**
 * Asks the issuer for a certificate as it is now (RFC 6749 §6), with new copies, and keeps it.
 * @param keepRenewal stores what there is to renew with from now on
 * @throws TroubleError RENEWAL_IMPOSSIBLE when the issuer takes the token no more; ISSUER_REFUSED, CERTIFICATE_*, or of
 * the network
 */
export async function fetchAnew(
  desk: Desk,
  { id, issuer, configuration, renewal, copyKeys: known }: Renewable,
  keepRenewal: (next: Renewal | undefined) => Promise<void>,
): Promise<Kept> {
  const client = issuanceClient(desk);
  const metadata = await withIssuer(() => client.issuance.resolveIssuerMetadata(issuer.url));
  const { accessTokenResponse } = await withIssuer(async () => {
    try {
      return await client.authorization.retrieveRefreshTokenAccessToken({
        ...{ authorizationServerMetadata: authorizationServerOf(metadata).server },
        ...{ refreshToken: renewal.refreshToken, ...dpopOf(client, renewal) },
      });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.error !== 'invalid_grant') throw error;
      await keepRenewal(undefined);
      throw new TroubleError('RENEWAL_IMPOSSIBLE', refusal.sentence, error);
    }
  });
  const access = {
    accessToken: accessTokenResponse.access_token,
    isBound: accessTokenResponse.token_type.toLowerCase() === 'dpop',
  };
  // The old one may be spent: whatever happens next, the new one is kept first.
  const next = renewalOf(accessTokenResponse.refresh_token ?? renewal.refreshToken, access);
  await keepRenewal(next);
  const { issued, copyKeys } = await requestCopies(desk, { metadata, configuration, access }, known);
  return keepIssued(desk, issued, { metadata, configuration, access, renewal: next, copyKeys, id });
}
