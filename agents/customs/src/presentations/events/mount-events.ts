import type { Presentation } from '@eslabon/client/contract';
import type { Express, Request, Response } from 'express';
import type { Caller } from '../../platform/http/caller.js';
import { demandScope } from '../../platform/http/demand-scope.js';
import { demandPresentations, type Presentations } from '../create-presentations.js';
import { findPresentation } from '../find-presentation.js';
import { viewPresentation } from '../view-presentation.js';

const heartbeatMs = 15_000;

const finalStates: ReadonlySet<Presentation['state']> = new Set(['answered', 'declined', 'expired']);

/**
 * What becomes of a request, as it happens (server-sent events): `presentation` with what `getPresentation` answers, now
 * and on every change, until a final state. The API key stands in the header, as everywhere: in an address it would end
 * up in logs.
 */
export function mountEvents(
  app: Express,
  presentations: Presentations | undefined,
  identify: (request: Request) => Promise<Caller>,
): void {
  app.get('/v1/presentations/:id/events', async (request, response) => {
    const caller = await identify(request);
    demandScope(caller, 'presentations:read', 'Follow what becomes of a request to present');
    const asked = demandPresentations(presentations);
    const id = request.params.id as string;
    await findPresentation(asked, id, caller);
    await follow(asked, () => findPresentation(asked, id, caller), id, response);
  });
}

async function follow(
  { watchers, clock, log }: Presentations,
  find: () => ReturnType<typeof findPresentation>,
  id: string,
  response: Response,
): Promise<void> {
  // Who left while the key was looked up will not be heard leaving any more, and would be waited for without end.
  if (response.destroyed) return;
  let expiry: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const tell = async (): Promise<void> => {
    if (response.writableEnded) return;
    const now = clock();
    const view = viewPresentation(await find(), now);
    response.write(`event: presentation\ndata: ${JSON.stringify(view)}\n\n`);
    if (finalStates.has(view.state)) return void response.end();
    clearTimeout(expiry);
    // A moment later, so that it has expired by then; a clock that was set back is looked at again.
    expiry = setTimeout(notice, Math.max(0, Date.parse(view.expiresAt) - now.getTime()) + 50);
  };
  // One after the other: what happens while one is told is told after it.
  const notice = (): void => {
    last = last.then(tell).catch((error: unknown) => {
      log.warn({ err: error, presentation: id }, 'an event stream broke off');
      response.end();
    });
  };
  const stop = watchers.watch(id, notice, () => response.end());
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  response.once('close', () => {
    stop();
    clearInterval(heartbeat);
    clearTimeout(expiry);
  });
  response.set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  notice();
}
