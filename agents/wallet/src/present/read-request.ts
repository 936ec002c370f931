import type { RequestPreview } from '../session/contract.js';
import type { Desk } from '../session/desk.js';
import { describeQuery } from './match/describe-query.js';
import { type Choice, findCandidates } from './match/find-candidates.js';
import { fetchRequest } from './request/fetch-request.js';
import { requestLinkOf } from './request/request-link.js';
import { type VerifiedRequest, verifyRequest } from './request/verify-request.js';

/** A request that was verified, and what would answer it. */
export interface ReadRequest {
  request: VerifiedRequest;
  choices: readonly Choice[];
}

/**
 * Reads a request (OpenID4VP 1.0). Nothing is sent yet but the question for it.
 * @throws TroubleError LINK_UNKNOWN, REQUEST_*, ADDRESS_REFUSED, or of the network
 */
export async function readRequest(desk: Desk, text: string): Promise<ReadRequest> {
  const link = requestLinkOf(text);
  const fetched = await fetchRequest(desk.fetch, link);
  const { bundle, now } = desk;
  const request = await verifyRequest(fetched, { clientId: link.clientId, bundle, now: now() });
  return { request, choices: await findCandidates(desk, request) };
}

/** What a person is shown before deciding. */
export function previewRequest({ request, choices }: ReadRequest): RequestPreview {
  const { clientId, name, country, responseUri, purpose, expiresAt, query } = request;
  return {
    verifier: {
      ...{ clientId, host: responseUri.host },
      ...(country !== undefined && { authority: { name: name ?? country, country } }),
    },
    ...(purpose !== undefined && { purpose }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt * 1000).toISOString() }),
    candidates: choices.map(({ candidate }) => candidate),
    ...(choices.length === 0 && { missing: describeQuery(query) }),
  };
}
