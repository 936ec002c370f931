import type { BundleContent, Deployment } from '@eslabon/bundle';
import { encodeKeySet, keccak256 } from '@eslabon/bundle';
import type { Arrangement, Country, NonceFact, RegistryFacts } from '@eslabon/core';
import { authorityOf } from '../chain/sealed-chain.js';
import { shareOut } from '../plan/administrations.js';
import { controllerKey, delegateKey } from '../plan/keys.js';
import { createRandom } from '../plan/random.js';
import type { Scenario } from '../plan/scenarios.js';
import { planStatuses } from '../plan/statuses.js';
import { toHex } from './hex.js';

export type SyntheticDeployment = Pick<Deployment, 'chainId' | 'contracts' | 'consensus'>;

/** What the contracts store when a network's administrations have written all of it, without a chain that executes it. */
export interface SyntheticFacts {
  facts: RegistryFacts;
  keySets: BundleContent['keySets'];
  /** When the newest of it was written, Unix seconds. */
  writtenAt: number;
}

const start = 1_750_000_000;
const validity = 315_360_000;
const none = `0x${'00'.repeat(20)}` as const;

export function syntheticFacts({
  name,
  administrations,
  certificates,
  agreements,
}: Scenario): SyntheticFacts {
  const random = createRandom(`facts of ${name}`);
  let time = start;
  const pass = (): number => {
    time += 1 + random.below(7_200);
    return time;
  };
  const issuers = administrations.map((country, at) => ({ country, ...keyHistory(country, at, pass) }));
  const arrangements = agreements().map(
    ({ terms, acceded }, at): Arrangement => ({
      id: at + 1,
      versions: [terms],
      accessions: acceded.map((country) => ({ country, periods: [{ version: 1, from: pass(), until: 0 }] })),
      suspensions: [],
    }),
  );
  const lists = [...shareOut(certificates, administrations)].map(([country, count]) => {
    const { revoked, suspended } = planStatuses(country, count);
    const version = revoked.size + suspended.size + random.below(40);
    return {
      authority: authorityOf(country).address,
      list: 0,
      version,
      updatedAt: pass(),
      revoked,
      suspended,
    };
  });
  return {
    facts: {
      authorities: {
        successor: none,
        records: issuers.map(({ record }) => record),
        proposals: [],
        nonces: noncesOf(administrations, () => 1),
      },
      arrangements: { arrangements, nonces: arrangementNonces(arrangements, administrations) },
      statuses: {
        lists,
        nonces: noncesOf(administrations, (at) => (lists[at]?.version ?? 0) - random.below(9)),
      },
    },
    keySets: issuers.map(({ record, bytes }) => ({ authority: record.did, bytes })),
    writtenAt: time,
  };
}

/** A controller and two delegates, as agents attest them. */
function keyHistory(country: Country, at: number, pass: () => number) {
  const delegates = [1, 2].map((number) => {
    const validFrom = pass();
    return { ...delegateKey(country, number), validFrom, validUntil: validFrom + validity, compromisedAt: 0 };
  });
  const controller = {
    fragment: 'controller',
    key: controllerKey(`authority of ${country}`),
    ...{ validFrom: start, validUntil: 0, compromisedAt: 0 },
  };
  const bytes = encodeKeySet([controller, ...delegates]);
  const record = {
    did: authorityOf(country).address,
    country,
    admittedAt: start,
    removedAt: 0,
    keySetHash: toHex(keccak256(bytes)),
    keySetBlock: 12_000_000 + 2_711 * at,
  };
  return { record, bytes };
}

function arrangementNonces(
  arrangements: readonly Arrangement[],
  administrations: readonly Country[],
): NonceFact[] {
  const acts = (country: Country): number =>
    arrangements.filter(({ accessions }) => accessions.some((accession) => accession.country === country))
      .length;
  return noncesOf(administrations, (_, country) => acts(country));
}

function noncesOf(
  administrations: readonly Country[],
  count: (at: number, country: Country) => number,
): NonceFact[] {
  return administrations
    .map((country, at) => ({ authority: authorityOf(country).address, nonce: count(at, country) }))
    .filter(({ nonce }) => nonce > 0);
}

/** Contracts at made-up addresses: nobody executes them here. */
export function syntheticDeployment(chainId: number): SyntheticDeployment {
  const pin = (name: string) => {
    const digest = toHex(keccak256(Buffer.from(name)));
    return {
      address: `0x${digest.slice(26)}` as const,
      codeHash: toHex(keccak256(Buffer.from(`code of ${name}`))),
    };
  };
  return {
    chainId,
    consensus: [{ fromBlock: 0, protocol: 'qbft' }],
    contracts: {
      didRegistry: pin('ERC-1056'),
      authorityRegistry: pin('AuthorityRegistry'),
      arrangementRegistry: pin('ArrangementRegistry'),
      statusRegistry: pin('StatusRegistry'),
    },
  };
}
