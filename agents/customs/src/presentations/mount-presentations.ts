import { presentationPaths, readRequestForm } from '@eslabon/exchange';
import express, { type Express, type Request, type RequestHandler } from 'express';
import { allowOrigins } from '../issuance/answer-failure.js';
import type { Log } from '../platform/log/create-log.js';
import { answerPresentationFailure } from './answer-failure.js';
import type { Presentations } from './create-presentations.js';
import { fetchRequest } from './requests/fetch-request.js';
import { receiveAnswer } from './responses/receive-answer.js';

/** Bodies of wallets: a presentation of at most 512 KiB, encrypted and escaped. */
const limit = 1024 * 1024;

/**
 * OpenID4VP 1.0 for wallets: requests by GET and POST, and answers. Errors are in the form of the standard, not
 * problem+json. Web wallets of any origin may use it: nothing here goes by cookies.
 */
export function mountPresentations(app: Express, presentations: Presentations, log: Log): void {
  const router = express.Router();
  const text = express.text({ type: () => true, limit });
  const sendRequest = (nonceOf: (request: Request) => string | undefined): RequestHandler => {
    return async (request, response) => {
      const reference = request.params.reference as string;
      const signed = await fetchRequest(presentations, reference, nonceOf(request));
      response.set('content-type', 'application/oauth-authz-req+jwt').end(signed);
    };
  };
  router.get(
    `${presentationPaths.requests}/:reference`,
    sendRequest(() => undefined),
  );
  router.post(
    `${presentationPaths.requests}/:reference`,
    text,
    sendRequest((request) => readRequestForm(formOf(request))),
  );
  router.post(`${presentationPaths.responses}/:reference`, text, async (request, response) => {
    await receiveAnswer(presentations, request.params.reference as string, formOf(request));
    response.set('content-type', 'application/json; charset=utf-8').end('{}');
  });
  router.use(answerPresentationFailure(log));
  app.use('/openid4vp', allowOrigins);
  app.use(router);
}

/** Another type reads as a form without parameters. */
function formOf(request: Request): string {
  const isForm = request.is('application/x-www-form-urlencoded') !== false;
  return isForm && typeof request.body === 'string' ? request.body : '';
}
