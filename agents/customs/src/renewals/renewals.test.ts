import { openBundle, parseTrustAnchor } from '@eslabon/bundle';
import type { CertificateView } from '@eslabon/client/contract';
import { parseCompactJws } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  decide,
  issueSample,
  sampleCertificate,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  await startIssuing(agent);
});

afterAll(() => network.stop());

const changes = { decisionDate: '2026-05-04', validUntil: '2047-01-14' };

const propose = (id: string, body: object = changes, role: 'officer' | 'supervisor' = 'officer') =>
  call(agent.url, 'proposeRenewal', { key: agent.keys[role], params: { id }, body });

const decideOn = (operation: 'issueRenewal' | 'rejectRenewal', id: string, renewalId: string) =>
  call(agent.url, operation, {
    ...{ key: agent.keys.supervisor, params: { id, renewalId } },
    ...(operation === 'rejectRenewal' && { body: { note: 'Not now' } }),
  });

const idOf = (answer: { json: unknown }) => (answer.json as { id: string }).id;

const credentialOf = async (id: string) => {
  const bytes = await agent.as('auditor').getCredential({ params: { id } });
  return parseCompactJws(Buffer.from(bytes).toString()).payload;
};

describe('a renewal', () => {
  it('proposed by one and issued by another: signed anew, with the same status entry', async () => {
    const { id, ...issued } = await issueSample(agent);
    const before = await credentialOf(id);
    const proposal = await propose(id);
    expect(proposal).toMatchObject({
      status: 201,
      json: { state: 'proposed', changes, proposedBy: 'officer' },
    });
    expect(await credentialOf(id)).toEqual(before);
    const { json } = await decideOn('issueRenewal', id, idOf(proposal));
    const renewed = json as CertificateView;
    expect(renewed).toMatchObject({
      ...{
        certificate: { ...issued.certificate, ...changes },
        statusEntry: issued.statusEntry,
        status: 'active',
      },
    });
    expect(renewed.credentialId).not.toBe(issued.credentialId);
    const after = await credentialOf(id);
    expect(after).toMatchObject({
      ...{ id: renewed.credentialId, validUntil: '2047-01-14T23:59:59-05:00' },
      credentialStatus: before.credentialStatus,
    });
    const { items } = await agent.as('auditor').getCertificateHistory({ params: { id } });
    expect(items.slice(-2)).toMatchObject([
      { event: 'RENEWAL_PROPOSED', actor: 'officer', data: changes },
      {
        ...{ event: 'RENEWED', actor: 'supervisor' },
        data: { credentialId: renewed.credentialId, replaces: issued.credentialId, ...changes },
      },
    ]);
    expect((await agent.as('auditor').listRenewals({ params: { id } })).items).toMatchObject([
      { id: idOf(proposal), state: 'issued', decidedBy: 'supervisor' },
    ]);
  });

  it('also in the older form, and once in the register for border posts', async () => {
    const { id, certificate } = await issueSample(agent);
    const older = () => agent.as('auditor').getCredential({ params: { id }, query: { format: 'vc1-jwt' } });
    const first = await older();
    await decideOn('issueRenewal', id, idOf(await propose(id)));
    expect(Buffer.from(await older()).equals(Buffer.from(first))).toBe(false);
    const file = await agent.as('supervisor').getLatestBundle({ query: { register: 'true' } });
    const anchor = parseTrustAnchor((await call(agent.url, 'getWalletAnchor')).json);
    const now = Math.floor(Date.now() / 1000);
    const bundle = openBundle(file, anchor, { attestor: 'PE' as never, now });
    expect(
      bundle.find('PE' as never, certificate.tin).map((token) => parseCompactJws(token).payload.validUntil),
    ).toEqual(['2047-01-14T23:59:59-05:00']);
  });

  it('needs four eyes', async () => {
    const { id } = await issueSample(agent);
    const proposal = await propose(id, changes, 'supervisor');
    expect(await decideOn('issueRenewal', id, idOf(proposal))).toMatchObject({
      code: 'CERTIFICATE_FOUR_EYES',
    });
    const answer = await call(agent.url, 'issueRenewal', {
      ...{ key: agent.keys.officer, params: { id, renewalId: idOf(proposal) } },
    });
    expect(answer.code).toBe('PERMISSION_DENIED');
  });

  it('is decided on once, and makes room for another', async () => {
    const { id } = await issueSample(agent);
    const first = idOf(await propose(id));
    expect(await propose(id)).toMatchObject({ status: 409, code: 'CERTIFICATE_STATE' });
    expect(await decideOn('rejectRenewal', id, first)).toMatchObject({
      status: 200,
      json: { state: 'rejected' },
    });
    for (const operation of ['issueRenewal', 'rejectRenewal'] as const) {
      expect(await decideOn(operation, id, first)).toMatchObject({ code: 'CERTIFICATE_STATE' });
    }
    const second = idOf(await propose(id));
    const answers = await Promise.all([1, 2, 3].map(() => decideOn('issueRenewal', id, second)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { id: other } = await issueSample(agent);
    expect(await decideOn('issueRenewal', other, second)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, object]>([
    ['an earlier end', { decisionDate: '2026-05-04', validUntil: '2040-01-01' }],
    ['the same end', { decisionDate: '2026-05-04', validUntil: '2044-01-14' }],
    ['a role less', { decisionDate: '2026-05-04', operatorRoles: ['EX', 'CB'] }],
    ['a role twice', { decisionDate: '2026-05-04', operatorRoles: ['EX', 'IM', 'IM'] }],
    ['nothing', { decisionDate: '2026-05-04' }],
    ['no decision', { validUntil: '2047-01-14' }],
    ['another number', { ...changes, certificateNumber: 'X' }],
  ])('takes nothing away and changes nothing else: %s', async (_, body) => {
    const { id } = await issueSample(agent);
    expect(await propose(id, body)).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });

  it('may add roles', async () => {
    const { id } = await issueSample(agent);
    const roles = { decisionDate: '2026-05-04', operatorRoles: ['EX', 'IM', 'CB'] };
    const { json } = await decideOn('issueRenewal', id, idOf(await propose(id, roles)));
    expect(json).toMatchObject({
      certificate: { operatorRoles: ['EX', 'IM', 'CB'], validUntil: '2044-01-14' },
    });
  });

  it('is of an active certificate, also when it is issued', async () => {
    const view = await issueSample(agent);
    const renewal = idOf(await propose(view.id));
    const { id } = await decide(agent, view, 'suspend');
    await settled(agent, id);
    expect(await decideOn('issueRenewal', view.id, renewal)).toMatchObject({ code: 'CERTIFICATE_STATE' });
    expect(await propose(view.id)).toMatchObject({ code: 'CERTIFICATE_STATE' });
  });

  it.each(['proposed', 'suspended', 'revoked'] as const)(
    'is proposed of no certificate that is %s',
    async (state) => {
      const body = { certificate: sampleCertificate() };
      const view =
        state === 'proposed'
          ? await agent.as('officer').proposeCertificate({ body })
          : await issueSample(agent);
      if (state !== 'proposed') {
        await settled(agent, (await decide(agent, view, state === 'suspended' ? 'suspend' : 'revoke')).id);
      }
      const answer = await propose(view.id);
      expect(answer).toMatchObject({ status: 409, code: 'CERTIFICATE_STATE' });
      expect(JSON.stringify(answer.json)).toContain(`is ${state}, not active`);
      expect((await agent.as('auditor').listRenewals({ params: { id: view.id } })).items).toEqual([]);
    },
  );
});
