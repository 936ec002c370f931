import type { CertificateView } from '@eslabon/client/contract';
import { type Certificate, certificateSchema, type StatusAction } from '@eslabon/core';
import type { TestAgent } from './test-agent.js';
import { waitFor } from './wait-for.js';

let count = 0;

/** A certificate of Peru that is valid for years, with a number of its own. */
export function sampleCertificate(changes: Partial<Record<keyof Certificate, unknown>> = {}): Certificate {
  count += 1;
  return certificateSchema.parse({
    certificateNumber: `OEA-PE-TEST-${String(count).padStart(5, '0')}`,
    certificateType: 'security',
    operatorRoles: ['EX', 'IM'],
    tin: `PE20${String(100_000_000 + count)}`,
    legalName: `Exportadora Número ${count} S.A.C.`,
    decisionDate: '2024-01-10',
    effectiveDate: '2024-01-15',
    validUntil: '2044-01-14',
    ...changes,
  });
}

/** Proposed by one person, issued by another. */
export async function issueSample(
  agent: TestAgent,
  changes: Partial<Record<keyof Certificate, unknown>> = {},
): Promise<CertificateView> {
  const { id } = await agent
    .as('officer')
    .proposeCertificate({ body: { certificate: sampleCertificate(changes) } });
  return agent.as('supervisor').issueCertificate({ params: { id } });
}

/** A decision on the status of a certificate, as a supervisor sends it. */
export function decision(
  action: StatusAction,
  { certificate }: Pick<CertificateView, 'certificate'>,
  effectiveDate?: string,
) {
  return {
    action,
    reason: action === 'reinstate' ? ('REINSTATED' as const) : ('OBLIGATION_BREACH' as const),
    decision: { reference: `RI-${action}`, date: '2026-02-03' },
    ...(action === 'revoke' ? { confirm: certificate.certificateNumber } : {}),
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
  };
}

/** Decides on a status; answers with the change as it was queued. */
export function decide(
  agent: TestAgent,
  view: Pick<CertificateView, 'id' | 'certificate'>,
  action: StatusAction,
  effectiveDate?: string,
) {
  return agent
    .as('supervisor')
    .changeStatus({ params: { id: view.id }, body: decision(action, view, effectiveDate) });
}

/** Waits until a change has left the queue: `confirmed`, or `failed`. */
export function settled(agent: TestAgent, id: string) {
  return waitFor(
    () => agent.as('auditor').getStatusChange({ params: { id } }),
    ({ state }) => state === 'confirmed' || state === 'failed',
  );
}
