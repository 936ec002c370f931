import type { CheckResult, Purpose } from '@eslabon/core';
import { errorCodeOf } from '@eslabon/core';
import type { ParsedCredential, ParsedDelegation, ParsedPresentation } from '@eslabon/credentials';
import { isHeldBy, verifyDelegationSignature, verifyDelegationStatus } from '@eslabon/credentials';
import type { Check, CheckContext } from './check.js';
import { checkResult } from './check-result.js';

type Presented = ParsedPresentation & { delegation: ParsedDelegation };

/**
 * May the presenter act for the company that the certificate is about? The company signed it, now is within its dates,
 * it covers what is asked, and the company's own list does not say that it is withdrawn. The company is a did:jwk and
 * its list comes with the presentation: nothing is looked up, and the network's data are not needed.
 */
export const delegationCheck: Check = {
  id: 'delegation',
  applies: ({ presentation, credential }) =>
    presentation?.delegation !== undefined && credential !== undefined,
  run: (context) =>
    checkDelegation(context, context.presentation as Presented, context.credential as ParsedCredential),
};

function checkDelegation(
  context: CheckContext,
  { delegation, delegationStatus }: Presented,
  certificate: ParsedCredential,
): CheckResult {
  const { at, policy, verifySignature } = context;
  const { company, delegate, purposes, references, validUntil } = delegation;
  const scope = { purposes, ...(references !== undefined && { references }) };
  const evidence = { at, company, delegate, scope, begins: beginOf(delegation), validUntil };
  if (!isHeldBy(certificate, company)) {
    return checkResult('delegation', 'fail', 'DELEGATION_NOT_OF_HOLDER', evidence);
  }
  if (!verifyDelegationSignature(delegation, verifySignature)) {
    return checkResult('delegation', 'fail', 'DELEGATION_SIGNATURE', evidence);
  }
  const genuine = { ...evidence, genuine: true };
  const outOfDate = dateFault(delegation, at, policy.skewSeconds);
  if (outOfDate !== undefined) return checkResult('delegation', 'fail', outOfDate, genuine);
  if (policy.purpose !== undefined && !covers(delegation, policy.purpose)) {
    return checkResult('delegation', 'fail', 'DELEGATION_OUT_OF_PURPOSE', {
      ...genuine,
      asked: scopeOf(policy.purpose),
    });
  }
  return checkStatus(context, delegation, delegationStatus, genuine);
}

/** Unix seconds. Nothing holds from before it was signed, whatever dates it gives. */
function beginOf({ issuedAt, validFrom }: ParsedDelegation): number {
  return Math.max(Date.parse(validFrom) / 1000, issuedAt);
}

function dateFault(delegation: ParsedDelegation, at: number, skew: number) {
  if (at > Date.parse(delegation.validUntil) / 1000 + skew) return 'DELEGATION_EXPIRED';
  if (at < beginOf(delegation) - skew) return 'DELEGATION_NOT_YET_VALID';
  return undefined;
}

/** The purpose must be one of those given, and its reference one of those where there are any. */
function covers({ purposes, references }: ParsedDelegation, purpose: Purpose): boolean {
  if (!purposes.includes(purpose.kind)) return false;
  return purpose.kind === 'counter' || references === undefined || references.includes(purpose.reference);
}

function scopeOf(purpose: Purpose) {
  return {
    purposes: [purpose.kind],
    ...(purpose.kind !== 'counter' && { references: [purpose.reference] }),
  };
}

/**
 * Whatever is wrong with the list that was brought (there is none, it is old, another's, not the company's) leaves the
 * answer unknown: whoever wants to hide a withdrawal could as well leave it out.
 */
function checkStatus(
  { at, policy, verifySignature }: CheckContext,
  delegation: ParsedDelegation,
  stapled: string | undefined,
  evidence: Readonly<Record<string, unknown>>,
): CheckResult {
  const { company, status } = delegation;
  if (status === undefined) return checkResult('delegation', 'pass', 'DELEGATION_VALID', evidence);
  const asked = { ...evidence, statusListUri: status.statusListUri, index: status.index };
  const unknown = (problem: Readonly<Record<string, unknown>>) =>
    checkResult('delegation', 'unknown', 'DELEGATION_STATUS_UNKNOWN', { ...asked, ...problem });
  if (stapled === undefined) return unknown({ problem: 'missing' });
  try {
    const { withdrawn, issuedAt } = verifyDelegationStatus({ company, status }, stapled, {
      at,
      skewSeconds: policy.skewSeconds,
      verify: verifySignature,
    });
    const [outcome, code] = withdrawn
      ? (['fail', 'DELEGATION_WITHDRAWN'] as const)
      : (['pass', 'DELEGATION_VALID'] as const);
    return checkResult('delegation', outcome, code, { ...asked, statusAt: issuedAt });
  } catch (error) {
    const problem = errorCodeOf(error);
    if (problem === undefined) throw error;
    return unknown({ problem, detail: (error as Error).message });
  }
}
