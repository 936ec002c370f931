import type { CheckResult } from '@eslabon/core';
import { parseSecured } from '@eslabon/credentials';
import type { AgentParts } from '../agent-parts.js';
import { verifyPresented } from '../verification/verify-presented.js';

/** The checks of a verdict that say whether a certificate is genuine and good; not whether it is recognised here. */
const asked: ReadonlySet<string> = new Set(['issuer', 'key', 'signature', 'dates', 'status']);

/**
 * Makes the checks of AEO verdicts on certificates that are presented to the standard interfaces: whatever a border post
 * would find wrong with one is wrong here too. A certificate that the registry of this chain says nothing about is left
 * to the checks that any credential gets.
 */
export function createCertificateChecks(parts: AgentParts) {
  return async (token: string): Promise<readonly CheckResult[] | undefined> => {
    if (!isCertificate(token)) return undefined;
    const { checks } = await verifyPresented(parts, token, undefined);
    const outcomeOf = (id: string) => checks.find((check) => check.id === id)?.outcome;
    const isKnown = outcomeOf('bundle') === 'pass' && outcomeOf('issuer') === 'pass';
    return isKnown ? checks.filter(({ id }) => asked.has(id)) : undefined;
  };
}

function isCertificate(token: string): boolean {
  try {
    return parseSecured(token).kind === 'credential';
  } catch {
    return false;
  }
}
