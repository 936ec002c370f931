import type { CheckResult, StatusEntry } from '@eslabon/core';
import { parseSecured } from '@eslabon/credentials';
import type { AgentParts } from '../agent-parts.js';
import { verifyPresented } from '../verification/verify-presented.js';

/** The checks of a verdict that say whether a certificate is genuine and good; not whether it is recognised here. */
const asked: ReadonlySet<string> = new Set(['issuer', 'key', 'signature', 'dates', 'status']);

/**
 * Makes the checks of AEO verdicts on certificates that are presented to the standard interfaces: whatever a border post
 * would find wrong with one is wrong here too. A certificate whose status stands in another registry is left to the
 * checks that any credential gets.
 */
export function createCertificateChecks(parts: AgentParts) {
  const { chainId, contracts } = parts.config.deployment;
  return async (token: string): Promise<readonly CheckResult[] | undefined> => {
    const entry = statusEntryOf(token);
    if (entry?.chainId !== chainId || entry.contract !== contracts.statusRegistry.address) return undefined;
    const { checks } = await verifyPresented(parts, token, undefined);
    const bundle = checks.find(({ id }) => id === 'bundle');
    // Without the facts of the registry nothing is known of the certificate.
    if (bundle !== undefined && bundle.outcome !== 'pass') return [{ ...bundle, outcome: 'unknown' }];
    return checks.filter(({ id }) => asked.has(id));
  };
}

/** Where the status of a certificate stands; `undefined` for what is no certificate. */
function statusEntryOf(token: string): StatusEntry | undefined {
  try {
    const parsed = parseSecured(token);
    return parsed.kind === 'credential' ? parsed.status : undefined;
  } catch {
    return undefined;
  }
}
