import type { Verdict, VerdictArrangement, VerdictCertificate, VerdictDelegate } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import type { CheckContext } from '../checks/check.js';
import { passed } from '../checks/check.js';
import { runChecks } from '../checks/run-checks.js';
import { asOfIn } from '../facts/as-of.js';
import { coverageIn } from '../facts/coverage-in.js';
import { decideVerdict } from './decide-verdict.js';
import { reasonsOf } from './reasons-of.js';

/** The verdict on one credential, or on something that could not be read as one. */
export function assessCredential(start: Omit<CheckContext, 'results'>): Verdict {
  const context = runChecks(start);
  const results = [...context.results.values()];
  const { verdict, because } = decideVerdict(results);
  const genuine = passed(context, 'signature');
  const asOf = asOfIn(context);
  const arrangement = genuine && passed(context, 'arrangement') ? arrangementIn(context) : undefined;
  const delegate = genuine ? delegateIn(context) : undefined;
  return {
    verdict,
    reasons: reasonsOf(results, because),
    checks: results,
    at: new Date(context.at * 1000).toISOString(),
    as: context.policy.as,
    ...(asOf !== undefined && { asOf }),
    ...(genuine && { certificate: certificateOf(context.credential as ParsedCredential) }),
    ...(arrangement !== undefined && { arrangement }),
    ...(delegate !== undefined && { delegate }),
  };
}

function certificateOf({ claims, subject, validFrom, validUntil }: ParsedCredential): VerdictCertificate {
  const { certificateNumber, certificateType, operatorRoles } = subject.certificate;
  const { id, name, country } = claims.issuer;
  return {
    certificateNumber,
    certificateType,
    operatorRoles: [...operatorRoles],
    legalName: subject.legalName,
    tin: subject.tin,
    issuer: { id, name, country },
    validFrom,
    ...(validUntil !== undefined && { validUntil }),
  };
}

function arrangementIn(context: CheckContext): VerdictArrangement | undefined {
  const [first] = coverageIn(context);
  if (first === undefined) return undefined;
  const { id, version, terms, parties, roles } = first;
  return { id, version, label: terms.label, parties, roles };
}

/** Who presented for the company, if its own key signed the delegation: also one that has expired, say. */
function delegateIn(context: CheckContext): VerdictDelegate | undefined {
  const delegation = context.presentation?.delegation;
  const genuine = context.results.get('delegation')?.evidence.genuine === true;
  if (delegation === undefined || !genuine || !passed(context, 'holder')) return undefined;
  const { delegate, purposes, references, validUntil } = delegation;
  return {
    did: delegate,
    purposes: [...purposes],
    ...(references !== undefined && { references: [...references] }),
    validUntil,
  };
}
