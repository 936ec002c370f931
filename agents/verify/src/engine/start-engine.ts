import type { EngineCall, EngineCalls, EngineReply, Trouble } from './contract.js';
import { TroubleError } from './trouble-error.js';

/** The worker that proves and decides, as a function. */
export type Engine = <K extends EngineCall>(
  call: K,
  request: EngineCalls[K]['request'],
) => Promise<EngineCalls[K]['answer']>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts the worker. Its work is never done on the page's own thread, so that the page answers to its user meanwhile.
 * A call is rejected with a {@link TroubleError}; when the worker itself dies, every call is.
 */
export function startEngine(): Engine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let dead: Trouble | undefined;

  worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('trouble' in data) caller?.reject(new TroubleError(data.trouble));
    else caller?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => {
    dead = { code: 'ENGINE_FAILED', message };
    for (const { reject } of waiting.values()) reject(new TroubleError(dead));
    waiting.clear();
  });

  return (call, request) =>
    new Promise((resolve, reject) => {
      if (dead !== undefined) {
        reject(new TroubleError(dead));
        return;
      }
      last += 1;
      waiting.set(last, { resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id: last, call, request });
    });
}
