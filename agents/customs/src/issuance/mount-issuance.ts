import {
  authorizationServerMetadata,
  encryptResponse,
  issuanceEndpoint,
  issuancePaths,
  issuerMetadata,
  readTokenRequest,
} from '@eslabon/exchange';
import express, { type Express, type Request, type Response } from 'express';
import { unixSeconds } from '../platform/clock.js';
import type { Log } from '../platform/log/create-log.js';
import { answerCredentialRequest, type CredentialAnswer } from './answer-credential-request.js';
import { answerDeferredRequest } from './answer-deferred-request.js';
import { allowOrigins, answerIssuanceFailure } from './answer-failure.js';
import { answerTokenRequest } from './answer-token-request.js';
import type { Issuance } from './create-issuance.js';
import type { TokenPresentation } from './demand-session.js';
import { findOffer } from './find-offer.js';
import { jsonOf } from './json-of.js';
import { readBody } from './read-body.js';
import { receiveNotification } from './receive-notification.js';

/** Bodies of wallets: none of the standard's messages comes near. */
const limit = 64 * 1024;

/**
 * OpenID4VCI 1.0 for wallets: metadata, offers, and the endpoints from token to notification. Errors are in the form of
 * the standard, not problem+json. Web pages of others may use it: nothing here goes by cookies.
 */
export function mountIssuance(app: Express, issuance: Issuance, log: Log): void {
  const { issuer, config, settings, secrets, clock, requestKey } = issuance;
  const metadata = issuerMetadata({
    ...{ issuer, name: config.name, configurations: settings.configurations },
    batchSize: settings.batchSize,
    encryptionJwk: requestKey.publicJwk,
  });
  const server = authorizationServerMetadata(issuer);
  const router = express.Router();
  const text = express.text({ type: () => true, limit });
  const reply = (response: Response, status: number, body: object): void => {
    response.status(status).json(body);
  };

  router.get('/.well-known/openid-credential-issuer', (_request, response) => reply(response, 200, metadata));
  router.get('/.well-known/oauth-authorization-server', (_request, response) => reply(response, 200, server));
  router.get(`${issuancePaths.offers}/:reference`, async (request, response) => {
    reply(response, 200, await findOffer(issuance, request.params.reference));
  });
  router.post(issuancePaths.token, text, async (request, response) => {
    const dpop = request.get('dpop');
    const url = issuanceEndpoint(issuer, 'token');
    const token = readTokenRequest(formOf(request));
    reply(
      response,
      200,
      await answerTokenRequest(issuance, token, dpop === undefined ? undefined : { proof: dpop, url }),
    );
  });
  router.post(issuancePaths.nonce, (_request, response) => {
    reply(response, 200, { c_nonce: secrets.nonce(unixSeconds(clock()) + settings.nonceSeconds) });
  });
  router.post(issuancePaths.credential, text, async (request, response) => {
    const read = () => readBody(request, requestKey);
    await sendCredential(
      response,
      await answerCredentialRequest(issuance, presentationOf(request, 'credential'), read),
    );
  });
  router.post(issuancePaths.deferred, text, async (request, response) => {
    const read = () => readBody(request, requestKey);
    await sendCredential(
      response,
      await answerDeferredRequest(issuance, presentationOf(request, 'deferred'), read),
    );
  });
  router.post(issuancePaths.notification, text, async (request, response) => {
    const read = () => jsonOf(request, 'invalid_notification_request');
    await receiveNotification(issuance, presentationOf(request, 'notification'), read);
    response.status(204).end();
  });
  router.use(answerIssuanceFailure(log));

  for (const path of [
    '/.well-known/openid-credential-issuer',
    '/.well-known/oauth-authorization-server',
    '/openid4vci',
    // A driver's wallet may have come from the agent of another country than the company's.
    '/v1/wallet/status-lists',
  ]) {
    app.use(path, allowOrigins);
  }
  app.use(router);

  function presentationOf(
    request: Request,
    endpoint: 'credential' | 'deferred' | 'notification',
  ): TokenPresentation {
    return {
      authorization: request.get('authorization'),
      dpop: request.get('dpop'),
      query: Object.keys(request.query),
      url: issuanceEndpoint(issuer, endpoint),
    };
  }
}

async function sendCredential(
  response: Response,
  { response: answer, encryption }: CredentialAnswer,
): Promise<void> {
  response.status('credentials' in answer ? 200 : 202);
  if (encryption === undefined) response.json(answer);
  // A text, so that no character set is added: a JWT is ASCII.
  else response.set('content-type', 'application/jwt').end(await encryptResponse(answer, encryption));
}

/** Another type reads as a form without parameters. */
function formOf(request: Request): string {
  const isForm = request.is('application/x-www-form-urlencoded') !== false;
  return isForm && typeof request.body === 'string' ? request.body : '';
}
