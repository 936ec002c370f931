import { EslabonError } from '@eslabon/core';
import type { Express, Request, Response } from 'express';
import type { Log } from '../platform/log/create-log.js';
import type { DidService } from './create-did-service.js';
import { acceptedTypes, answerFailure, answerResult, type DidAnswer } from './did-answer.js';
import { readDidRequest } from './read-did-request.js';

/**
 * The HTTP binding of DID Resolution, and the agent's own did:web. Both are public, and may be read from web pages of
 * others. Paths are taken as they came: a DID has percent signs of its own.
 */
export function mountDids(app: Express, { resolver, ownDocument }: DidService, log: Log): void {
  app.use('/1.0/identifiers', async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const answer = await resolve(request).catch((error: unknown) => {
      const failed = answerFailure(error);
      if (failed.status >= 500 && failed.status !== 501) log.warn({ err: error }, 'a DID was not resolved');
      return failed;
    });
    response.set({ 'cache-control': 'no-store', vary: 'accept' });
    if (answer.status === 503) response.set('retry-after', '5');
    send(response, answer);
  });

  app.get('/.well-known/did.json', (_request, response) => {
    if (ownDocument === undefined) {
      throw new EslabonError('NOT_FOUND', 'This agent has no did:web.', {
        hints: ['It has one when its publicUrl is https://<host> without a path.'],
      });
    }
    response.set('cache-control', 'public, max-age=300');
    send(response, { status: 200, mediaType: 'application/did+ld+json', body: ownDocument });
  });

  async function resolve(request: Request): Promise<DidAnswer> {
    const mediaType = request.accepts(acceptedTypes);
    if (mediaType === false) {
      throw new EslabonError('DID_REPRESENTATION_UNSUPPORTED', 'What accept asks for cannot be had.', {
        hints: [`Ask for ${acceptedTypes.join(', ')}.`],
      });
    }
    const { did, options } = readDidRequest(request.url.replace(/^\//, ''));
    return answerResult(await resolver.demand(did, options), mediaType);
  }
}

/** Media types of DIDs have no charset: they are UTF-8 (DID Core §6). */
function send(response: Response, { status, mediaType, body }: DidAnswer): void {
  response.status(status).set({ 'content-type': mediaType, 'access-control-allow-origin': '*' });
  response.end(JSON.stringify(body));
}
