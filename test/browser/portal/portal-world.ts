import type { CertificateView } from '@eslabon/client/contract';
import {
  issueSample,
  sampleCertificate,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';

/** Peru's agent with more certificates than a page of the list holds, the last one with everything that one can say. */
export interface PortalWorld {
  network: TestNetwork;
  peru: TestAgent;
  full: CertificateView;
  /** How many there are in all. */
  count: number;
  stop(): Promise<void>;
}

export const fullCertificate = {
  certificateType: 'full',
  legalName: 'Textiles Ñandú & Hijos S.A.',
  tradeName: 'Ñandú',
  nationalId: { scheme: 'RUC', value: '20-555555555' },
  tin: 'PE20555555555',
  address: {
    street: 'Av. Grau 123',
    city: 'Callao',
    subdivision: 'Callao',
    postcode: '07001',
    country: 'PE',
  },
  programme: 'OEA Perú',
  lastValidationDate: '2025-06-30',
};

export async function startPortalWorld(): Promise<PortalWorld> {
  const network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  try {
    const peru = network.agent('PE');
    const proposals = 27;
    for (let each = 0; each < proposals; each++) {
      await peru.as('officer').proposeCertificate({ body: { certificate: sampleCertificate() } });
    }
    const full = await issueSample(peru, fullCertificate);
    return { network, peru, full, count: proposals + 1, stop: () => network.stop() };
  } catch (error) {
    await network.stop();
    throw error;
  }
}
