import { tokenStatusListType } from '@eslabon/client/contract';
import { EslabonError, statusPurposes } from '@eslabon/core';
import type { Express, Request, Response } from 'express';
import type { Clock } from '../platform/clock.js';
import { matchesEtag } from '../platform/http/matches-etag.js';
import type { StatusListForm, StatusLists } from './create-status-lists.js';

/** What `accept` may name, the first for callers who do not care. */
const credentialTypes = ['application/vc', 'application/ld+json', 'application/json', 'application/vc+jwt'];

/** The published status lists. They are public, and may be read from web pages of others. */
export function mountStatusLists(app: Express, lists: StatusLists, clock: Clock): void {
  app.get('/status-lists/:list/token', async (request, response) => {
    const mediaType = chosen(request, [tokenStatusListType]);
    await send(request, response, mediaType, 'token', 'statuslist+jwt');
  });

  app.get('/status-lists/:list/:purpose', async (request, response) => {
    const purpose = statusPurposes.find((name) => name === request.params.purpose);
    if (purpose === undefined) throw nowhere(request);
    const mediaType = chosen(request, credentialTypes);
    const form = mediaType === 'application/vc+jwt' ? 'vc+jwt' : 'data-integrity';
    await send(request, response, mediaType, purpose, form);
  });

  async function send(
    request: Request,
    response: Response,
    mediaType: string,
    purpose: (typeof statusPurposes)[number] | 'token',
    form: StatusListForm,
  ): Promise<void> {
    const { content, etag, freshUntil } = await lists.get(listIn(request), purpose, form);
    const age = Math.max(0, Math.floor((freshUntil - clock().getTime()) / 1000));
    const cacheControl = age === 0 ? 'public, no-cache' : `public, max-age=${age}`;
    response.set({ etag: `"${etag}"`, 'cache-control': cacheControl, vary: 'accept' });
    response.set('access-control-allow-origin', '*');
    if (matchesEtag(request.get('if-none-match'), etag)) {
      response.status(304).end();
      return;
    }
    response
      .set('content-type', mediaType)
      .end(typeof content === 'string' ? content : JSON.stringify(content));
  }
}

function chosen(request: Request, types: string[]): string {
  const mediaType = request.accepts(types);
  if (mediaType !== false) return mediaType;
  throw new EslabonError('NOT_ACCEPTABLE', 'What accept asks for cannot be had.', {
    hints: [`Ask for ${types.join(', ')}.`],
  });
}

function listIn(request: Request): number {
  const text = String(request.params.list);
  if (!/^(0|[1-9]\d{0,9})$/.test(text)) throw nowhere(request);
  return Number(text);
}

function nowhere(request: Request): EslabonError {
  return new EslabonError('NOT_FOUND', `There is no status list at ${request.path.slice(0, 200)}.`, {
    hints: ['credentialStatus of a credential says where its list is.'],
  });
}
