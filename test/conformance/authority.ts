import { setTimeout } from 'node:timers/promises';
import { type Client, createClient } from '@eslabon/client';
import type { CertificateView } from '@eslabon/client/contract';
import type { StatusAction } from '@eslabon/core';
import { createApiKey } from '@eslabon/customs';
import type { World } from './world.js';

/** People of the authority, and what they do to certificates. */
export interface Authority {
  supervisor: Client;
  issueCertificate(): Promise<CertificateView>;
  /** Decides, and waits until the chain has it. */
  decide(view: CertificateView, action: StatusAction): Promise<void>;
  tokenOf(view: CertificateView): Promise<string>;
}

export async function startAuthority({ server }: World): Promise<Authority> {
  const { database } = server.agent.parts;
  const clientOf = async (role: 'officer' | 'supervisor') =>
    createClient({ baseUrl: server.localUrl, apiKey: await createApiKey(database, role, role) });
  const [officer, supervisor] = [await clientOf('officer'), await clientOf('supervisor')];
  let count = 0;

  async function issueCertificate() {
    count += 1;
    const { id } = await officer.proposeCertificate({
      body: {
        certificate: {
          certificateNumber: `OEA-${count}`,
          certificateType: 'security',
          operatorRoles: ['EX', 'WH'],
          tin: `PE2010000${String(count).padStart(4, '0')}`,
          legalName: 'Exportadora S.A.C.',
          decisionDate: '2024-01-10',
          effectiveDate: '2024-01-15',
        },
      },
    });
    return supervisor.issueCertificate({ params: { id } });
  }

  async function decide({ id, certificate }: CertificateView, action: StatusAction): Promise<void> {
    const change = await supervisor.changeStatus({
      params: { id },
      body: {
        action,
        reason: action === 'reinstate' ? 'REINSTATED' : 'OBLIGATION_BREACH',
        decision: { reference: 'RI-1', date: '2026-02-03' },
        ...(action === 'revoke' && { confirm: certificate.certificateNumber }),
      },
    });
    for (let tries = 0; tries < 400; tries++) {
      const { state } = await supervisor.getStatusChange({ params: { id: change.id } });
      if (state === 'confirmed') return;
      await setTimeout(50);
    }
    throw new Error('The change was never confirmed.');
  }

  return {
    supervisor,
    issueCertificate,
    decide,
    tokenOf: async ({ id }) => Buffer.from(await supervisor.getCredential({ params: { id } })).toString(),
  };
}
