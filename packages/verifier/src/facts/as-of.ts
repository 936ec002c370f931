import type { ProvenTrust } from '@eslabon/bundle';
import type { AsOf } from '@eslabon/core';
import type { CheckContext } from '../checks/check.js';
import { coverageIn } from './coverage-in.js';
import type { FreshnessLimits } from './freshness-of.js';
import { freshnessOf } from './freshness-of.js';

/** The limits that the covering arrangement sets, or the verifier's own where none covers. */
export function limitsIn(context: CheckContext): FreshnessLimits {
  const terms = coverageIn(context)[0]?.terms;
  return terms === undefined ? context.policy.defaultFreshness : { ttl: terms.ttl, exp: terms.exp };
}

/** The block that an answer stands on, how old it is and how it is trusted. */
export function asOfIn(context: CheckContext): AsOf | undefined {
  const { bundle, at, policy } = context;
  if (bundle === undefined) return undefined;
  const { number, hash, timestamp } = bundle.block;
  const age = at - timestamp;
  return {
    chainId: bundle.chainId,
    blockNumber: number,
    blockHash: hash,
    blockTime: new Date(timestamp * 1000).toISOString(),
    age,
    // Data of a later block cannot be used for the instant either.
    freshness: age < -policy.skewSeconds ? 'stale' : freshnessOf(age, limitsIn(context)),
    trust: trustOf(bundle.trust),
  };
}

function trustOf(trust: ProvenTrust): AsOf['trust'] {
  return trust.mode === 'attested'
    ? { mode: 'attested', attestor: trust.attestor }
    : { mode: 'sealed', validators: trust.validators, signers: trust.signers };
}
