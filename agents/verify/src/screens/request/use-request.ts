import type { Verdict } from '@eslabon/core';
import { useEffect, useReducer, useRef } from 'react';
import { useSession } from '../../app/session-context.js';
import { TroubleError } from '../../engine/trouble-error.js';
import type { AskedFor } from './asked-for.js';
import { advance, type RequestFlow, start } from './request-flow.js';

interface Request {
  flow: RequestFlow;
  ask(body: AskedFor, apiKey: string): Promise<void>;
  /** Back to the form. Whatever goes on is not followed any more. */
  again(): void;
}

/** One request at a time, from the form to what became of it. */
export function useRequest(): Request {
  const { engine } = useSession();
  const [flow, send] = useReducer(advance, start);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const follow = async (body: AskedFor, apiKey: string, signal: AbortSignal) => {
    const { createPresentation, watchPresentation } = await agentPart();
    const created = await createPresentation(apiKey, body);
    if (signal.aborted) return;
    send({ type: 'created', created, at: Date.now() });
    const onLine = ({ state }: { state: 'open' | 'broken' }) =>
      send({ type: 'line', isBroken: state === 'broken' });
    for await (const seen of watchPresentation(apiKey, created.id, { signal, onLine })) {
      if (seen.verdict === undefined) send({ type: 'seen', seen });
      else {
        // The contract has it as the verifier made it.
        const told = await engine('wordVerdict', { verdict: seen.verdict as Verdict });
        send({ type: 'decided', seen, told });
      }
    }
  };

  return {
    flow,
    async ask(body, apiKey) {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      send({ type: 'create' });
      try {
        await follow(body, apiKey, stop.signal);
      } catch (error) {
        if (!stop.signal.aborted) send({ type: 'failed', trouble: TroubleError.dataOf(error) });
      }
    },
    again() {
      running.current?.abort();
      send({ type: 'again' });
    },
  };
}

/** The schemas of the agent's answers come when they are needed: a post without a network never does. */
async function agentPart(): Promise<typeof import('../../agent/presentations.js')> {
  try {
    return await import('../../agent/presentations.js');
  } catch (error) {
    throw new TroubleError({ code: 'AGENT_UNREACHABLE', message: String(error) });
  }
}
