import { z } from 'zod';
import type { StandardAnswer, StandardOperation } from '../standard-operation.js';

/** OpenID4VCI 1.0, where the operator configured it. */
const tag = 'Wallets (OpenID4VCI)';

const json = ['application/json'];

const message = (status: number, description: string): StandardAnswer => ({
  status,
  mediaTypes: json,
  schema: z.looseObject({}),
  description,
});

const refused: StandardAnswer = {
  status: 400,
  mediaTypes: json,
  schema: z.object({ error: z.string(), error_description: z.string() }),
  description: 'Refused, with the error code of the standard and a sentence',
};

const unauthorized: StandardAnswer = {
  ...refused,
  status: 401,
  description: 'The access token is missing or not valid',
};

const credentialAnswers: StandardOperation['answers'] = [
  message(200, '`credentials`, with one, and a `notification_id`'),
  message(202, '`transaction_id` to come back with, after `interval` seconds'),
  refused,
  unauthorized,
];

export const getIssuerMetadata: StandardOperation = {
  id: 'getIssuerMetadata',
  method: 'get',
  path: '/.well-known/openid-credential-issuer',
  tag,
  summary: 'Credential issuer metadata (OpenID4VCI §12.2)',
  answers: [message(200, 'The metadata')],
};

export const getAuthorizationServerMetadata: StandardOperation = {
  id: 'getAuthorizationServerMetadata',
  method: 'get',
  path: '/.well-known/oauth-authorization-server',
  tag,
  summary: 'Authorization server metadata (RFC 8414)',
  answers: [message(200, 'The metadata')],
};

export const getCredentialOffer: StandardOperation = {
  id: 'getCredentialOffer',
  method: 'get',
  path: '/openid4vci/offers/{reference}',
  tag,
  summary: 'A credential offer by reference (OpenID4VCI §4.1.3)',
  params: z.object({ reference: z.string() }),
  answers: [message(200, 'The offer')],
};

export const requestToken: StandardOperation = {
  id: 'requestToken',
  method: 'post',
  path: '/openid4vci/token',
  tag,
  summary:
    'Token endpoint: the code of an offer with its transaction code, or a refresh token (OpenID4VCI §6)',
  answers: [message(200, 'The access token'), refused],
};

export const requestNonce: StandardOperation = {
  id: 'requestNonce',
  method: 'post',
  path: '/openid4vci/nonce',
  tag,
  summary: 'Nonce endpoint (OpenID4VCI §7)',
  answers: [message(200, 'A `c_nonce` for one proof')],
};

export const requestCredential: StandardOperation = {
  id: 'requestCredential',
  method: 'post',
  path: '/openid4vci/credential',
  tag,
  summary: 'Credential endpoint (OpenID4VCI §8)',
  answers: credentialAnswers,
};

export const requestDeferredCredential: StandardOperation = {
  id: 'requestDeferredCredential',
  method: 'post',
  path: '/openid4vci/deferred',
  tag,
  summary: 'Deferred credential endpoint (OpenID4VCI §9)',
  answers: credentialAnswers,
};

export const notifyIssuer: StandardOperation = {
  id: 'notifyIssuer',
  method: 'post',
  path: '/openid4vci/notification',
  tag,
  summary: 'Notification endpoint (OpenID4VCI §11)',
  answers: [
    { status: 204, mediaTypes: [], schema: z.undefined(), description: 'Noted' },
    refused,
    unauthorized,
  ],
};
