import type { CertificateView } from '@eslabon/client/contract';
import {
  issueSample,
  sampleCertificate,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let network: TestNetwork;
let chile: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['CL', 'PE'] });
  chile = network.agent('CL');
});

afterAll(() => network.stop());

type Query = NonNullable<Parameters<ReturnType<TestAgent['as']>['listCertificates']>[0]['query']>;

async function allOf(agent: TestAgent, query: Query): Promise<CertificateView[]> {
  const found: CertificateView[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await agent.as('auditor').listCertificates({ query: { limit: 200, ...query, cursor } });
    found.push(...page.items);
    if (page.next === undefined) return found;
    cursor = page.next;
  }
}

describe('lists', () => {
  const chilean = (changes: Parameters<typeof sampleCertificate>[0] = {}) =>
    issueSample(chile, { tin: 'CL769779841', ...changes });

  it('page without gaps or repetitions while certificates are added', async () => {
    const before = [];
    for (let i = 0; i < 25; i++) before.push((await chilean()).id);
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; ; pages++) {
      const page = await chile.as('auditor').listCertificates({ query: { limit: 7, cursor } });
      seen.push(...page.items.map(({ id }) => id));
      expect(page.items.length).toBe(page.next === undefined ? 4 : 7);
      await Promise.all([chilean(), chilean()]);
      if (page.next === undefined) break;
      expect(pages).toBeLessThan(4);
      cursor = page.next;
    }
    expect(seen).toEqual(before.reverse());
  });

  it('end without a next page when the last page is full', async () => {
    const { items, next } = await chile.as('auditor').listCertificates({
      query: { limit: 1, certificateNumber: (await chilean()).certificate.certificateNumber },
    });
    expect([items.length, next]).toEqual([1, undefined]);
    const none = await chile.as('auditor').listCertificates({ query: { certificateNumber: 'none such' } });
    expect(none).toEqual({ items: [] });
  });

  it('filter by every member, alone and together', async () => {
    const tin = 'CL111111111';
    const one = await chilean({
      tin,
      certificateType: 'compliance',
      legalName: 'Viña  Ñuñoa «Cóndor» 100%_a S.A.',
    });
    const two = await chilean({ tin, certificateType: 'full', legalName: 'Viñedos del Sur S.A.' });
    const certificate = sampleCertificate({ tin, legalName: 'Otra S.A.' });
    const proposal = await chile.as('officer').proposeCertificate({ body: { certificate } });
    const found = async (query: Query) => (await allOf(chile, query)).map(({ id }) => id);
    expect(await found({ tin })).toEqual([proposal.id, two.id, one.id]);
    expect(await found({ tin, state: 'issued' })).toEqual([two.id, one.id]);
    expect(await found({ tin, state: 'proposed' })).toEqual([proposal.id]);
    expect(await found({ tin, status: 'active' })).toEqual([two.id, one.id]);
    expect(await found({ tin, status: 'revoked' })).toEqual([]);
    expect(await found({ tin, certificateType: 'compliance' })).toEqual([one.id]);
    expect(await found({ certificateNumber: two.certificate.certificateNumber })).toEqual([two.id]);
    expect(await found({ name: 'vina nunoa' })).toEqual([one.id]);
    expect(await found({ name: 'VIÑEDOS' })).toEqual([two.id]);
    expect(await found({ tin, name: 'viñ' })).toEqual([two.id, one.id]);
    // Signs that mean anything in a search of the database mean themselves here.
    expect(await found({ name: '100%_A' })).toEqual([one.id]);
    expect(await found({ name: 'V_Ñ' })).toEqual([]);
    expect(await found({ name: '%%' })).toEqual([]);
  });
});
