import type { LoadedBundle, ProvenTrust } from '@eslabon/bundle';
import type { Address, Country, Hash, StatusListFact } from '@eslabon/core';
import { formatEthrDid } from '@eslabon/core';
import { type ArrangementInForce, arrangementsInForce } from '../arrangements-in-force.js';

/** What a bundle proves, as JSON. Times are ISO 8601 in UTC. */
export interface BundleSummary {
  chainId: number;
  block: { number: number; hash: string; time: string };
  /** Seconds since the block. */
  age: number;
  /** Name of the content, by which deltas say what they are for. */
  digest: Hash;
  /** Of the file. */
  bytes: number;
  trust: ProvenTrust;
  /** Certificates in its register; absent when it has none. */
  register?: number;
  authorities: AuthoritySummary[];
  arrangements: ArrangementInForce[];
  statusLists: StatusListSummary[];
}

interface AuthoritySummary {
  country: Country;
  did: string;
  /** Absent while it is admitted. */
  removedAt?: string;
  keys: number;
  /** The attested key set is the newest: no key was changed since. */
  keysCurrent: boolean;
}

interface StatusListSummary {
  country: Country | null;
  authority: Address;
  list: number;
  version: number;
  updatedAt: string;
  revoked: number;
  suspended: number;
}

/** Reads a bundle for a person; arrangements are those in force at `now`, as far as the block knew. */
export function summariseBundle(
  bundle: LoadedBundle,
  about: Pick<BundleSummary, 'digest' | 'bytes'>,
  now: Date,
): BundleSummary {
  const { chainId, block, trust, facts, issuers, registerSize } = bundle;
  const seconds = Math.floor(now.getTime() / 1000);
  const countryOf = new Map(facts.authorities.records.map(({ did, country }) => [did, country]));
  return {
    chainId,
    block: { number: block.number, hash: block.hash, time: iso(block.timestamp) },
    age: seconds - block.timestamp,
    ...about,
    trust,
    ...(registerSize === undefined ? {} : { register: registerSize }),
    authorities: facts.authorities.records.map(({ did, country, removedAt }) => ({
      country,
      did: formatEthrDid({ chainId, address: did }),
      ...(removedAt === 0 ? {} : { removedAt: iso(removedAt) }),
      keys: issuers.get(did)?.keys.length ?? 0,
      keysCurrent: issuers.get(did)?.keysCurrent ?? false,
    })),
    arrangements: arrangementsInForce(facts.arrangements, seconds),
    statusLists: facts.statuses.lists.map((list) => ({
      country: countryOf.get(list.authority) ?? null,
      authority: list.authority,
      list: list.list,
      version: list.version,
      updatedAt: iso(list.updatedAt),
      ...countsOf(list),
    })),
  };
}

function countsOf({ revoked, suspended }: StatusListFact): { revoked: number; suspended: number } {
  // A revoked certificate stays revoked: its suspension bit no longer says anything.
  const onlySuspended = [...suspended].map(([word, bits]) => bits & ~(revoked.get(word) ?? 0n));
  return { revoked: ones(revoked.values()), suspended: ones(onlySuspended) };
}

function ones(words: Iterable<bigint>): number {
  let count = 0;
  for (let bits of words) for (; bits !== 0n; bits &= bits - 1n) count++;
  return count;
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
