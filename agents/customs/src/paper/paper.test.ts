import type { CertificateView } from '@eslabon/client/contract';
import { parseSecured } from '@eslabon/credentials';
import { readPhoto } from '@eslabon/paper/photo';
import { openPdf } from '@eslabon/paper/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  decide,
  issueSample,
  sampleCertificate,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const print = (id: string, language?: string, role: 'auditor' | 'machine' = 'auditor') =>
  call(agent.url, 'getPaper', {
    ...{ key: agent.keys[role], params: { id } },
    ...(language !== undefined && { query: { language } }),
  });

const historyOf = async (id: string) =>
  (await agent.as('auditor').getCertificateHistory({ params: { id } })).items;

/** Each of its characters takes three bytes: 256 are more than a page has room for. */
const endless = '漢'.repeat(256);

describe('a page', () => {
  it('says what the certificate says, and is noted', async () => {
    const { id, certificate } = await issueSample(agent);
    const bytes = await agent.as('officer').getPaper({ params: { id }, query: { language: 'pt' } });
    const { pages, text, title } = await openPdf(bytes);
    expect(pages).toBe(1);
    for (const fact of [
      ...[certificate.legalName, certificate.tin, certificate.certificateNumber, 'Aduana de PE (PE)'],
      ...['EX exportador, IM importador', 'EX exporter, IM importer', '2024-01-15 to 2044-01-14'],
    ]) {
      expect(text).toContain(fact);
    }
    expect(title).toContain('Operador Econômico Autorizado');
    expect((await historyOf(id)).at(-1)).toMatchObject({
      ...{ event: 'PRINTED', actor: 'officer', data: { language: 'pt' } },
    });
  });
});
