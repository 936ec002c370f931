import { z } from 'zod';
import { idParams } from '../schemas/common.js';
import type { StandardAnswer, StandardOperation } from '../standard-operation.js';

/** OpenID4VP 1.0, where the operator configured it. */
const tag = 'Presentations';

const reference = z.object({ reference: z.string() });

const refused = (status: number, description: string): StandardAnswer => ({
  status,
  mediaTypes: ['application/json'],
  schema: z.object({ error: z.string(), error_description: z.string() }),
  description,
});

const request: StandardAnswer = {
  status: 200,
  mediaTypes: ['application/oauth-authz-req+jwt'],
  schema: z.string(),
  description: 'The signed request',
};

const gone = refused(404, 'The request is unknown, was answered, or has expired');

export const getPresentationRequest: StandardOperation = {
  id: 'getPresentationRequest',
  method: 'get',
  path: '/openid4vp/requests/{reference}',
  tag,
  summary: 'A request to present, for wallets (OpenID4VP §5, RFC 9101)',
  params: reference,
  answers: [request, gone],
};

export const fetchPresentationRequest: StandardOperation = {
  ...getPresentationRequest,
  id: 'fetchPresentationRequest',
  method: 'post',
  summary: 'The same, with a `wallet_nonce` that the request repeats (OpenID4VP §5.10)',
  answers: [request, refused(400, 'The form cannot be read'), gone],
};

export const sendPresentation: StandardOperation = {
  id: 'sendPresentation',
  method: 'post',
  path: '/openid4vp/responses/{reference}',
  tag,
  summary: 'The answer of a wallet: `direct_post` or `direct_post.jwt` (OpenID4VP §8.2, §8.3)',
  params: reference,
  answers: [
    {
      status: 200,
      mediaTypes: ['application/json'],
      schema: z.object({}),
      description: 'Taken, whatever the verdict on the certificate',
    },
    refused(400, 'Refused; the request can still be answered'),
    refused(404, 'There is no such request'),
    refused(503, 'Nothing can be taken now'),
  ],
};

/** Of our own, but not an operation of one request and one answer. */
export const followPresentation: StandardOperation = {
  id: 'followPresentation',
  method: 'get',
  path: '/v1/presentations/{id}/events',
  tag,
  summary: 'What becomes of a request to present, as it happens',
  scope: 'presentations:read',
  params: idParams,
  answers: [
    {
      status: 200,
      mediaTypes: ['text/event-stream'],
      schema: z.string(),
      description:
        'Events `presentation`, with what getPresentation answers, on every change; ends after a final state',
    },
  ],
};
