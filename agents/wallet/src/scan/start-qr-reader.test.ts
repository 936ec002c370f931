import { afterEach, expect, it } from '@jest/globals';
import { startQrReader } from './start-qr-reader.js';

const original = globalThis.Worker;
afterEach(() => {
  globalThis.Worker = original;
});

it('a reader whose worker could not start finds nothing, and starts another the next time', async () => {
  let started = 0;
  /** As of a browser: the first one's program cannot be had, and later ones find what they are sent. */
  class TestWorker extends EventTarget {
    readonly #isBroken = started === 0;
    constructor() {
      super();
      started += 1;
      if (this.#isBroken) queueMicrotask(() => this.dispatchEvent(new Event('error')));
    }
    postMessage({ id }: { id: number }): void {
      if (this.#isBroken) return;
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: { id, text: 'found' } })));
    }
    terminate(): void {}
  }
  globalThis.Worker = TestWorker as unknown as typeof Worker;
  const read = startQrReader();
  const picture = { data: new Uint8ClampedArray(4), width: 1, height: 1 };
  expect(await read({ picture, patient: false })).toBeNull();
  expect(await read({ picture, patient: false })).toBe('found');
  expect(await read({ picture, patient: true })).toBe('found');
  expect(started).toBe(2);
});
