import type { CredoAgent } from './credo-agent.js';

/** Credo reads a request, finds out who asks, chooses what it has, and answers to the verifier. */
export async function answerWithCredo(credo: CredoAgent, request: string) {
  const { holder } = credo.openid4vc;
  const { authorizationRequestPayload, dcql, verifier } =
    await holder.resolveOpenId4VpAuthorizationRequest(request);
  if (dcql === undefined) throw new Error('The request has no DCQL query.');
  const credentials = holder.selectCredentialsForDcqlRequest(dcql.queryResult);
  const answer = await holder.acceptOpenId4VpAuthorizationRequest({
    authorizationRequestPayload,
    dcql: { credentials },
  });
  return { verifier, chosen: Object.keys(credentials), answer };
}
