import type { CertificateView, RenewalView } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  issueSample,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '../testing/index.js';
import { renewalTable } from './renewal-table.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const changes = { decisionDate: '2026-05-04', validUntil: '2047-01-14' };

const propose = ({ id }: CertificateView): Promise<RenewalView> =>
  agent.as('officer').proposeRenewal({ params: { id }, body: changes });

const paramsOf = ({ certificateId, id }: RenewalView) => ({ id: certificateId, renewalId: id });

const historyOf = async ({ id }: CertificateView) =>
  (await agent.as('auditor').getCertificateHistory({ params: { id } })).items;

describe('a renewal that is rejected', () => {
  it('says who rejected it and when, and the history says why', async () => {
    const certificate = await issueSample(agent);
    const proposed = await propose(certificate);
    expect(proposed).toMatchObject({ decidedBy: null, decidedAt: null });
    const note = 'The premises were not visited.';
    const before = new Date().toISOString();
    const rejected = await agent
      .as('supervisor')
      .rejectRenewal({ params: paramsOf(proposed), body: { note } });
    expect(rejected).toEqual({
      ...{ ...proposed, state: 'rejected' },
      ...{ decidedBy: 'supervisor', decidedAt: expect.any(String) },
    });
    const { decidedAt } = rejected;
    expect(decidedAt !== null && decidedAt >= before).toBe(true);
    expect((await historyOf(certificate)).at(-1)).toMatchObject({
      ...{ event: 'RENEWAL_REJECTED', actor: 'supervisor', at: decidedAt },
      data: { renewal: proposed.id, note },
    });
    expect((await agent.as('auditor').getCertificate({ params: certificate })).certificate).toEqual(
      certificate.certificate,
    );
  });
});

describe('a renewal that is issued', () => {
  it('keeps what it took the place of as that was signed, and shows it to nobody', async () => {
    const certificate = await issueSample(agent);
    const { id } = certificate;
    const before = Buffer.from(await agent.as('auditor').getCredential({ params: { id } })).toString();
    const proposed = await propose(certificate);
    await agent.as('supervisor').issueRenewal({ params: paramsOf(proposed) });
    const { read } = agent.agent.parts.database;
    expect((await read.findOneByOrFail(renewalTable, { id: proposed.id })).replaced).toBe(before);
    const { items } = await agent.as('auditor').listRenewals({ params: { id } });
    expect(items.map((item) => Object.keys(item).sort())).toEqual([
      ['certificateId', 'changes', 'decidedAt', 'decidedBy', 'id', 'proposedAt', 'proposedBy', 'state'],
    ]);
  });

  it('is what registers are compared with from then on', async () => {
    const header =
      'Número de certificado;Identificación;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Vigente hasta;Estado';
    const line = (decisionDate: string, validUntil: string) =>
      `OEA-PE-REG-1;20131312955;Norte S.A.C.;Seguridad;EX+IM;${decisionDate};2024-01-15;${validUntil};Vigente`;
    const imported = async (row: string) => {
      const body = new TextEncoder().encode([header, row].join('\n'));
      const { id } = await agent.as('supervisor').startImport({ body, query: { fileName: 'r.csv' } });
      await waitFor(
        () => agent.as('supervisor').getImport({ params: { id } }),
        ({ state }) => state === 'done',
      );
      const { items } = await agent.as('supervisor').listImportRows({ params: { id }, query: {} });
      return items.map(({ outcome, issues }) => [outcome, ...issues.map(({ code }) => code)]);
    };
    const first = line('2024-01-10', '2044-01-14');
    expect(await imported(first)).toEqual([['issued']]);
    const query = { certificateNumber: 'OEA-PE-REG-1' };
    const [certificate] = (await agent.as('auditor').listCertificates({ query })).items;
    const proposed = await propose(certificate as CertificateView);
    await agent.as('supervisor').issueRenewal({ params: paramsOf(proposed) });
    expect(await imported(line(changes.decisionDate, changes.validUntil))).toEqual([['unchanged']]);
    expect(await imported(first)).toEqual([['rejected', 'CONTENT_DIFFERS']]);
  });
});

describe('renewals of a certificate', () => {
  it('are listed in the order in which they were proposed', async () => {
    const certificate = await issueSample(agent);
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      const proposed = await propose(certificate);
      ids.push(proposed.id);
      const params = paramsOf(proposed);
      await agent.as('supervisor').rejectRenewal({ params, body: { note: 'Not now' } });
    }
    const { items } = await agent.as('auditor').listRenewals({ params: { id: certificate.id } });
    expect(items.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['proposeRenewal', 'officer', changes],
    ['listRenewals', 'auditor', undefined],
    ['issueRenewal', 'supervisor', undefined],
    ['rejectRenewal', 'supervisor', { note: 'Not now' }],
  ] as const)('that is not there: %s', async (operation, role, body) => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const { id: renewalId } = await propose(await issueSample(agent));
    const params = {
      id: nobody,
      ...((operation === 'issueRenewal' || operation === 'rejectRenewal') && { renewalId }),
    };
    const answer = await call(agent.url, operation, { key: agent.keys[role], params, ...(body && { body }) });
    expect(answer).toMatchObject({ status: 404, code: 'CERTIFICATE_NOT_FOUND' });
  });
});
