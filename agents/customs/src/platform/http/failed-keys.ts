import { EslabonError } from '@eslabon/core';
import type { Request } from 'express';
import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';

/** How many wrong keys have come from each address. Good keys are not counted, however many come at once. */
export interface FailedKeys {
  /** @throws EslabonError RATE_LIMITED when too many have come from the address of this request. */
  demandFew(request: Request): Promise<void>;
  count(request: Request): Promise<void>;
}

const windowMs = 60_000;

export function createFailedKeys(perMinute: number): FailedKeys {
  const store = new MemoryStore();
  store.init({ windowMs } as Options);
  const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');
  return {
    async demandFew(request) {
      const failed = (await store.get(addressOf(request)))?.totalHits ?? 0;
      if (failed < perMinute) return;
      throw new EslabonError('RATE_LIMITED', 'Too many wrong keys from this address in a minute.', {
        hints: ['Wait a minute, and check the key.'],
      });
    },
    async count(request) {
      await store.increment(addressOf(request));
    },
  };
}
