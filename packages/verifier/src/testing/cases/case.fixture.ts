import type { CheckOutcome, VerdictCode } from '@eslabon/core';
import type { CheckId } from '../../checks/check.js';
import type { MessageCode } from '../../messages/message-code.js';
import type { Policy } from '../../verify/policy.js';
import type { BundleSource, VerifyRequest } from '../../verify/verify-request.js';
import type { BundleOptions } from '../network.fixture.js';
import { authorities, now, testBundle } from '../network.fixture.js';

export interface Case {
  what: string;
  verdict: VerdictCode;
  /** The answer that the case is about. */
  answer: [CheckId, CheckOutcome, MessageCode];
  present: () => Promise<unknown>;
  bundle?: BundleOptions;
  source?: BundleSource;
  policy?: Partial<Policy>;
  at?: number;
}

/** The request of a case. Mexico asks, unless the case says otherwise. */
export async function requestOf({ present, bundle, source, policy, at = now }: Case): Promise<VerifyRequest> {
  return {
    presented: await present(),
    source: source ?? { bundle: testBundle(bundle) },
    policy: { as: authorities.MX.country, ...policy },
    at: new Date(at * 1000),
  };
}
