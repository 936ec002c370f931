import { type FollowOptions, followPresentation } from '@eslabon/client';
import {
  type CreatedPresentation,
  createdPresentationSchema,
  type Presentation,
} from '@eslabon/client/contract';
import { TroubleError } from '../engine/trouble-error.js';
import { troubleOf } from '../engine/trouble-of.js';
import type { AskedFor } from '../screens/request/asked-for.js';
import { askAgent } from './ask-agent.js';

/**
 * Makes a request to present at the agent.
 * @throws TroubleError as {@link askAgent}; PRESENTATIONS_ABSENT where the agent is not set up for it
 */
export async function createPresentation(apiKey: string, body: AskedFor): Promise<CreatedPresentation> {
  let response: Response;
  try {
    response = await askAgent('/v1/presentations', apiKey, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (error) {
    if (!(error instanceof TroubleError) || error.code !== 'NOT_FOUND') throw error;
    throw new TroubleError({ code: 'PRESENTATIONS_ABSENT', message: error.message });
  }
  const parsed = createdPresentationSchema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new TroubleError({ code: 'AGENT_ABSENT', message: 'The answer is no request to present.' });
}

/** What becomes of it, as it happens. @throws TroubleError with the code of the agent's answer */
export async function* watchPresentation(
  apiKey: string,
  id: string,
  options: FollowOptions,
): AsyncGenerator<Presentation> {
  try {
    yield* followPresentation({ baseUrl: location.origin, apiKey }, id, options);
  } catch (error) {
    throw new TroubleError(troubleOf(error));
  }
}
