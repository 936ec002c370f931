import type { QrQuestion } from './qr-question.js';

/** Reads a QR code beside the page's own thread, so that the page answers to its user meanwhile. */
export type QrReader = (question: QrQuestion) => Promise<string | null>;

/** Starts the worker when it is first asked for. */
export function startQrReader(): QrReader {
  const waiting = new Map<number, (text: string | null) => void>();
  let worker: Worker | undefined;
  let last = 0;
  const start = (): Worker => {
    const started = new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<{ id: number; text: string | null }>) => {
      waiting.get(data.id)?.(data.text);
      waiting.delete(data.id);
    });
    // A worker that could not start finds nothing, and is started again when it is next asked: the network may be back.
    started.addEventListener('error', () => {
      started.terminate();
      worker = undefined;
      for (const answer of waiting.values()) answer(null);
      waiting.clear();
    });
    return started;
  };
  return (question) =>
    new Promise((resolve) => {
      worker ??= start();
      last += 1;
      waiting.set(last, resolve);
      worker.postMessage({ id: last, question });
    });
}
