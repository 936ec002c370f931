import type { CertificateView } from '@eslabon/client/contract';
import {
  call,
  chainStatus,
  decide,
  decision,
  issueSample,
  recognise,
  sampleCertificate,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const day = 86_400_000;

let ahead = 0;
const now = () => new Date(Date.now() + ahead);
/** Calendar day in Peru, `days` from now. */
const inDays = (days: number) =>
  new Date(now().getTime() + days * day - 5 * 3_600_000).toISOString().slice(0, 10);

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock: now });
  peru = network.agent('PE');
  mexico = network.agent('MX');
  await recognise([peru.agent, mexico.agent]);
});

afterAll(() => network.stop());

const onChain = (view: CertificateView) => chainStatus(peru.agent, view);
const viewOf = ({ id }: { id: string }) => peru.as('auditor').getCertificate({ params: { id } });

async function decideAndSettle(...[view, action, date]: DecisionArguments) {
  const { id } = await decide(peru, view, action, date);
  return settled(peru, id);
}

type DecisionArguments = [CertificateView, 'suspend' | 'reinstate' | 'revoke', string?];

async function verdictInMexico({ id }: { id: string }): Promise<string> {
  const token = await peru.as('auditor').getCredential({ params: { id }, query: {} });
  const body = { presented: new TextDecoder().decode(token) };
  return (await mexico.as('machine').verifyCredential({ body })).verdict;
}

describe('a status change', () => {
  it('reaches the chain and the partner: suspended, reinstated, revoked', async () => {
    const certificate = await issueSample(peru);
    expect(await verdictInMexico(certificate)).toBe('RECOGNISED');
    const steps = [
      ['suspend', 'suspended', 'SUSPENDED'],
      ['reinstate', 'active', 'RECOGNISED'],
      ['revoke', 'revoked', 'REVOKED'],
    ] as const;
    for (const [action, status, verdict] of steps) {
      const queued = await decide(peru, certificate, action);
      expect(queued).toMatchObject({ state: 'queued', action, decidedBy: 'supervisor', note: null });
      // Decided is decided, before the chain knows.
      expect((await viewOf(certificate)).status).toBe(status);
      const change = await settled(peru, queued.id);
      expect(change).toMatchObject({
        state: 'confirmed',
        transaction: expect.stringMatching(/^0x[0-9a-f]{64}$/),
        blockNumber: expect.any(Number),
        note: null,
        decision: { reference: `RI-${action}`, date: '2026-02-03' },
      });
      expect(await onChain(certificate)).toBe(status);
      expect(await viewOf(certificate)).toMatchObject({ status, pendingChange: null });
      expect(await verdictInMexico(certificate)).toBe(verdict);
    }
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: certificate.id } });
    const changes = items.slice(2).map(({ event, actor, data }) => [event, actor, data.action]);
    expect(changes).toEqual(
      steps.flatMap(([action]) => [
        ['STATUS_DECIDED', 'supervisor', action],
        ['STATUS_CONFIRMED', 'chain', action],
      ]),
    );
  });

  it('is refused when the status does not allow it', async () => {
    const [active, suspended, revoked] = await Promise.all([1, 2, 3].map(() => issueSample(peru)));
    await decide(peru, suspended as CertificateView, 'suspend');
    await decide(peru, revoked as CertificateView, 'revoke');
    const refused = [
      [active, 'reinstate', 'STATUS_NOT_SUSPENDED'],
      [suspended, 'suspend', 'CERTIFICATE_STATE'],
      [revoked, 'suspend', 'STATUS_REVOKED_IS_FINAL'],
      [revoked, 'reinstate', 'STATUS_REVOKED_IS_FINAL'],
      [revoked, 'revoke', 'STATUS_REVOKED_IS_FINAL'],
    ] as const;
    for (const [view, action, code] of refused) {
      await expect(decide(peru, view as CertificateView, action)).rejects.toMatchObject({
        code,
        details: { status: 409 },
      });
    }
    const proposal = await peru
      .as('officer')
      .proposeCertificate({ body: { certificate: sampleCertificate() } });
    await expect(decide(peru, proposal, 'suspend')).rejects.toMatchObject({
      code: 'CERTIFICATE_STATE',
      details: { status: 409 },
    });
  });

  it('asks for the number to be repeated before it revokes', async () => {
    const view = await issueSample(peru);
    const body = decision('revoke', view);
    for (const confirm of [undefined, '', 'yes', `${body.confirm} `, body.confirm?.toLowerCase()]) {
      const answer = await call(peru.url, 'changeStatus', {
        key: peru.keys.supervisor,
        params: { id: view.id },
        body: { ...body, confirm },
      });
      expect(answer).toMatchObject({ status: 400, code: 'CERTIFICATE_CONFIRMATION' });
    }
    expect((await viewOf(view)).status).toBe('active');
  });
});

describe('a change of a later day', () => {
  it('waits for its day in the zone of the authority, over a restart too', async () => {
    const view = await issueSample(peru);
    const date = inDays(3);
    const change = await decide(peru, view, 'suspend', date);
    expect(change).toMatchObject({
      state: 'scheduled',
      note: null,
      effectiveAt: `${new Date(`${date}T05:00:00Z`).toISOString()}`,
    });
    const before = await viewOf(view);
    expect(before).toMatchObject({ status: 'active', pendingChange: { id: change.id, state: 'scheduled' } });
    // Something else is written meanwhile, so the writer has been awake.
    await decideAndSettle(await issueSample(peru), 'suspend');
    await peru.restart();
    expect(await onChain(view)).toBe('active');

    const midnight = Date.parse(`${date}T05:00:00Z`);
    ahead = midnight - Date.now() - 30_000;
    await decideAndSettle(await issueSample(peru), 'suspend');
    expect((await viewOf(view)).status).toBe('active');

    ahead = midnight - Date.now() + 1000;
    expect(await settled(peru, change.id)).toMatchObject({ state: 'confirmed' });
    expect((await viewOf(view)).status).toBe('suspended');
    expect(await onChain(view)).toBe('suspended');
    ahead = 0;
  });

  it('takes effect at once when its day has begun', async () => {
    for (const date of [inDays(0), inDays(-40)]) {
      const view = await issueSample(peru);
      const change = await decideAndSettle(view, 'suspend', date);
      expect(change.state).toBe('confirmed');
      expect(Math.abs(Date.parse(change.effectiveAt) - Date.now())).toBeLessThan(60_000);
    }
  });

  it('is ended, with a note, by a decision that leaves it nothing to do for', async () => {
    const view = await issueSample(peru);
    const change = await decide(peru, view, 'suspend', inDays(2));
    await decideAndSettle(view, 'revoke');
    const ended = await peru.as('auditor').getStatusChange({ params: { id: change.id } });
    expect(ended).toMatchObject({
      state: 'superseded',
      transaction: null,
      note: expect.stringContaining('RI-revoke'),
    });
    ahead = 3 * day;
    await decideAndSettle(await issueSample(peru), 'suspend');
    ahead = 0;
    expect((await viewOf(view)).status).toBe('revoked');
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: view.id } });
    expect(items.slice(-2).map(({ event }) => event)).toEqual(['STATUS_SUPERSEDED', 'STATUS_CONFIRMED']);
  });
});
