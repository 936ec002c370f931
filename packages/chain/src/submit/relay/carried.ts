import type { Hash } from '@eslabon/core';

/** What was handed over and is not settled yet, so that it can be handed over again under the hash of the first time. */
export interface Carried<T> {
  note(hash: Hash, carriage: T): void;
  forget(hash: Hash): void;
  /** The hash under which a carriage was handed over last. */
  latest(hash: Hash): Hash;
  /** Hands it over again, once at a time. `false` when it is not known or was handed over too often. */
  renew(hash: Hash, carry: (carriage: T) => Promise<Hash>): Promise<boolean>;
}

interface Entry<T> {
  carriage: T;
  latest: Hash;
  renewals: number;
  renewing: Promise<Hash> | undefined;
}

const mostRenewals = 3;

/** More than ever wait at a time; a caller that asks for no outcome must not fill the memory. */
const most = 1000;

export function createCarried<T>(): Carried<T> {
  const entries = new Map<Hash, Entry<T>>();
  return {
    note(hash, carriage) {
      entries.set(hash, { carriage, latest: hash, renewals: 0, renewing: undefined });
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
    forget(hash) {
      entries.delete(hash);
    },
    latest: (hash) => entries.get(hash)?.latest ?? hash,
    async renew(hash, carry) {
      const entry = entries.get(hash);
      if (entry === undefined || entry.renewals >= mostRenewals) return false;
      if (entry.renewing === undefined) {
        entry.renewals += 1;
        entry.renewing = carry(entry.carriage);
      }
      try {
        entry.latest = await entry.renewing;
      } finally {
        entry.renewing = undefined;
      }
      return true;
    },
  };
}
