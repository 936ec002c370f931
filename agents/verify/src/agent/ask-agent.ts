import { isSendableKey } from '@eslabon/client';
import { TroubleError } from '../engine/trouble-error.js';

const patienceMs = 30_000;

/**
 * Asks the agent that the app came from.
 * @throws TroubleError with the code of the agent's answer, AUTHENTICATION_FAILED also for what can be no key;
 * AGENT_UNREACHABLE without a network; AGENT_ABSENT where something else than an agent answers
 */
export async function askAgent(path: string, apiKey: string, init: RequestInit = {}): Promise<Response> {
  if (!isSendableKey(apiKey)) {
    throw new TroubleError({ code: 'AUTHENTICATION_FAILED', message: 'The key has signs that no key has.' });
  }
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${apiKey}` },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch (error) {
    throw new TroubleError({ code: 'AGENT_UNREACHABLE', message: String(error) });
  }
  if (response.ok) return response;
  throw await refusalOf(response);
}

/** RFC 9457 problem details, as the agent sends them. */
async function refusalOf(response: Response): Promise<TroubleError> {
  try {
    const { code, detail, title } = (await response.json()) as Record<string, unknown>;
    const message = [detail, title, ''].find((text) => typeof text === 'string') ?? '';
    if (typeof code === 'string') return new TroubleError({ code, message: message.slice(0, 500) });
  } catch {
    // Not JSON: not an agent's answer.
  }
  return new TroubleError({ code: 'AGENT_ABSENT', message: `HTTP ${response.status}` });
}
