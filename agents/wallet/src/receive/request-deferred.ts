import { resourceRequest } from '@openid4vc/oauth2';
import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import { z } from 'zod';
import { asTrouble } from '../trouble/as-trouble.js';
import type { IssuanceClient } from './issuance-client.js';
import { refusalIn, troubleOf } from './issuer-trouble.js';
import { type Access, dpopOf, type Issued, readAnswer } from './request-credential.js';

const answerSchema = z.looseObject({
  credentials: z.array(z.unknown()).optional(),
  notification_id: z.string().optional(),
  transaction_id: z.string().optional(),
  interval: z.number().optional(),
});

/**
 * Asks for a certificate that was not ready before (OpenID4VCI 1.0 §9). Not by the library's function, which refuses
 * credentials that come with a notification id, as these may (§9.2).
 * @throws TroubleError ISSUER_REFUSED, PROOF_REFUSED, ANSWER_INVALID, or what the network throws
 */
export function requestDeferred(
  client: IssuanceClient,
  { credentialIssuer }: IssuerMetadataResult,
  access: Access,
  transactionId: string,
): Promise<Issued> {
  return asTrouble('ANSWER_INVALID', async () => {
    const url = credentialIssuer.deferred_credential_endpoint;
    if (url === undefined) throw new TypeError('The issuer has no endpoint for what comes later.');
    const { ok, response } = await resourceRequest({
      ...{ callbacks: client.callbacks, accessToken: access.accessToken, url, ...dpopOf(client, access) },
      requestOptions: {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ transaction_id: transactionId }),
      },
    });
    const answer: unknown = await response.json();
    if (ok) return readAnswer(answerSchema.parse(answer));
    const refusal = refusalIn(answer);
    if (refusal === undefined) throw new TypeError(`The issuer answered with ${response.status}.`);
    throw troubleOf(refusal);
  });
}
