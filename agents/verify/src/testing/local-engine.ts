import { answerCall } from '../engine/answer-call.js';
import type { EngineMessage } from '../engine/contract.js';
import { OpenedBundles } from '../engine/opened-bundles.js';
import type { Engine } from '../engine/start-engine.js';
import { TroubleError } from '../engine/trouble-error.js';
import { troubleOf } from '../engine/trouble-of.js';

/** What the worker does, without a thread of its own; troubles come as they come from the worker. */
export function localEngine(): Engine {
  const opened = new OpenedBundles();
  return async (call, request) => {
    try {
      return (await answerCall(structuredClone({ id: 1, call, request }) as EngineMessage, opened)) as never;
    } catch (error) {
      throw new TroubleError(troubleOf(error));
    }
  };
}
