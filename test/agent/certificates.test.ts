import { createHash } from 'node:crypto';
import { openBundle } from '@eslabon/bundle';
import { aeoCredentialSchema, statusMask, statusWord, type Verdict } from '@eslabon/core';
import { parseCompactJws } from '@eslabon/credentials';
import {
  call,
  issueSample,
  recognise,
  sampleCertificate,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX', 'CL'] });
  peru = network.agent('PE');
  mexico = network.agent('MX');
  await recognise([peru.agent, mexico.agent]);
});

afterAll(() => network.stop());

const propose = (changes: Parameters<typeof sampleCertificate>[0] = {}) =>
  peru.as('officer').proposeCertificate({ body: { certificate: sampleCertificate(changes) } });

async function tokenOf(id: string, format: 'vc+jwt' | 'vc1-jwt' = 'vc+jwt'): Promise<string> {
  return new TextDecoder().decode(
    await peru.as('auditor').getCredential({ params: { id }, query: { format } }),
  );
}

async function decideAt(agent: TestAgent, presented: string, at?: string): Promise<Verdict> {
  const body = { presented, ...(at === undefined ? {} : { at }) };
  return (await agent.as('machine').verifyCredential({ body })) as Verdict;
}

describe('the life of a certificate up to its recognition', () => {
  it('is proposed by one person, issued by another, and recognised by the partner in both formats', async () => {
    const certificate = sampleCertificate({
      nationalId: { scheme: 'RUC', value: '20100070970' },
      tradeName: 'Café «Ñandú» & Hijos',
      address: { street: 'Av. Grau 1', city: 'Lima', country: 'PE' },
      programme: 'OEA',
      operatorRoles: ['EX', 'WH'],
    });
    const body = { certificate, contactEmail: 'oea@empresa.example' };
    const proposal = await peru.as('officer').proposeCertificate({ body });
    expect(proposal).toMatchObject({
      state: 'proposed',
      status: null,
      certificate,
      contactEmail: 'oea@empresa.example',
      statusEntry: null,
      credentialId: null,
      proposedBy: 'officer',
      issuedBy: null,
      pendingChange: null,
    });
    const params = { id: proposal.id };
    await expect(tokenOf(proposal.id)).rejects.toMatchObject({ code: 'CERTIFICATE_STATE' });

    const issued = await peru.as('supervisor').issueCertificate({ params });
    expect(issued).toMatchObject({ state: 'issued', status: 'active', issuedBy: 'supervisor', certificate });
    expect(await peru.as('auditor').getCertificate({ params })).toEqual(issued);

    for (const format of ['vc+jwt', 'vc1-jwt'] as const) {
      const token = await tokenOf(proposal.id, format);
      const verdict = await decideAt(mexico, token);
      expect(verdict.reasons).toMatchObject([{ code: 'COVERED' }]);
      expect(verdict).toMatchObject({
        verdict: 'RECOGNISED',
        as: 'MX',
        certificate: { certificateNumber: certificate.certificateNumber, legalName: certificate.legalName },
        arrangement: { label: 'Test arrangement', parties: ['MX', 'PE'], roles: ['EX', 'WH'] },
        asOf: { freshness: 'fresh', trust: { mode: 'attested' } },
      });
      // A second time the very same bytes are handed out.
      expect(await tokenOf(proposal.id, format)).toBe(token);
    }
    expect(await decideAt(network.agent('CL'), await tokenOf(proposal.id))).toMatchObject({
      verdict: 'NOT_COVERED',
    });

    const { items } = await peru.as('auditor').getCertificateHistory({ params });
    expect(items.map(({ event, actor }) => [event, actor])).toEqual([
      ['PROPOSED', 'officer'],
      ['ISSUED', 'supervisor'],
    ]);
    expect(items[1]?.data).toEqual({ ...issued.statusEntry, credentialId: issued.credentialId });
  });

  it('puts into the credential what was proposed, and nothing else', async () => {
    const certificate = sampleCertificate({ validUntil: undefined, operatorRoles: ['CB'] });
    const { id } = await issueSample(peru, certificate);
    const view = await peru.as('auditor').getCertificate({ params: { id } });
    const { header, payload } = parseCompactJws(await tokenOf(id));
    const { iss, iat, ...claims } = payload;
    expect(header).toMatchObject({
      alg: 'ES256',
      kid: `${peru.agent.parts.keys.did}#delegate-1`,
      typ: 'vc+jwt',
    });
    expect(iss).toBe(peru.agent.parts.keys.did);
    expect(iat).toEqual(expect.any(Number));
    const credential = aeoCredentialSchema.parse(claims);
    const { tin, legalName, ...rest } = certificate;
    expect(credential).toMatchObject({
      id: view.credentialId,
      issuer: { id: peru.agent.parts.keys.did, name: 'Aduana de PE', country: 'PE' },
      validFrom: `${certificate.effectiveDate}T00:00:00-05:00`,
      credentialSubject: { type: 'AuthorizedEconomicOperator', tin, legalName },
      credentialStatus: { chainId: 648_540, ...view.statusEntry },
    });
    expect(credential).not.toHaveProperty('validUntil');
    expect(credential.credentialSubject.certificate).toEqual({ type: 'AeoCertificate', ...rest });
  });

  it('says who runs the agent and with which keys', async () => {
    const authority = await peru.as('machine').getAuthority({});
    const { did } = peru.agent.parts.keys;
    expect(authority).toMatchObject({ did, country: 'PE', chainId: 648_540, name: 'Aduana de PE' });
    expect(authority.keys.map(({ kid }) => kid)).toEqual(
      ['controller', 'delegate-1', 'delegate-2'].map((fragment) => `${did}#${fragment}`),
    );
  });
});

describe('offline bundles', () => {
  it('are handed out for any block since the registries began, and are what posts can open', async () => {
    const { config, keys, follower } = mexico.agent.parts;
    const kid = `${keys.did}#delegate-1`;
    const { keys: published } = await mexico.as('machine').getAuthority({});
    const { publicKeyMultibase } = published.find((key) => key.kid === kid) as (typeof published)[number];
    const trust = {
      ...config.deployment,
      attestors: [{ country: config.country, kid, publicKeyMultibase }],
    };
    const head = await follower.sync();
    for (const block of [config.deployment.deployBlock + 3, head - 1, head]) {
      const answer = await call(mexico.url, 'getBundleAt', {
        key: mexico.keys.verifier,
        params: { block: String(block) },
      });
      expect(answer.headers.get('cache-control')).toBe('private, max-age=86400');
      const loaded = openBundle(answer.bytes, trust, { attestor: config.country });
      expect(loaded.block.number).toBe(block);
      const digest = createHash('sha256').update(answer.bytes).digest('hex');
      expect(answer.headers.get('etag')).toBe(`"${digest}"`);
    }
    const latest = await call(mexico.url, 'getLatestBundle', { key: mexico.keys.verifier });
    expect(latest.headers.get('cache-control')).toBe('private, no-cache');
    expect(openBundle(latest.bytes, trust, { attestor: config.country }).block.number).toBe(head);
  });

  it('tell what was so at an instant in the past, and nothing of the time before them', async () => {
    const { id } = await issueSample(peru);
    const token = await tokenOf(id);
    expect(await decideAt(mexico, token, '2020-01-01T00:00:00Z')).toMatchObject({ verdict: 'UNDETERMINED' });
    // Verdicts count in seconds.
    const now = new Date(Math.floor(Date.now() / 1000) * 1000 + 1000).toISOString();
    expect(await decideAt(mexico, token, now)).toMatchObject({ verdict: 'RECOGNISED', at: now });
    // An offset is another way to write the same instant.
    expect(await decideAt(mexico, token, '2026-01-01T00:00:00-05:00')).toMatchObject({
      at: '2026-01-01T05:00:00.000Z',
    });
  });
});

describe('four eyes', () => {
  it('keeps whoever proposed from issuing', async () => {
    const { id } = await peru
      .as('supervisor')
      .proposeCertificate({ body: { certificate: sampleCertificate() } });
    await expect(peru.as('supervisor').issueCertificate({ params: { id } })).rejects.toMatchObject({
      code: 'CERTIFICATE_FOUR_EYES',
      details: { status: 403 },
    });
    expect(await peru.as('auditor').getCertificate({ params: { id } })).toMatchObject({ state: 'proposed' });
  });

  it('issues once', async () => {
    const { id } = await propose();
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, () => peru.as('supervisor').issueCertificate({ params: { id } })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'CERTIFICATE_STATE' });
    }
  });
});

describe('certificate numbers', () => {
  it('are taken once, and freed by a rejection', async () => {
    const number = { certificateNumber: 'OEA-PE-AGAIN-1' };
    const first = await propose(number);
    await expect(propose(number)).rejects.toMatchObject({
      code: 'CERTIFICATE_EXISTS',
      details: { status: 409 },
    });
    const rejected = await peru
      .as('supervisor')
      .rejectCertificate({ params: { id: first.id }, body: { note: 'Papers are missing.' } });
    expect(rejected.state).toBe('rejected');
    for (const again of [
      peru.as('supervisor').issueCertificate({ params: { id: first.id } }),
      peru.as('supervisor').rejectCertificate({ params: { id: first.id }, body: { note: 'x' } }),
      tokenOf(first.id),
    ]) {
      await expect(again).rejects.toMatchObject({ code: 'CERTIFICATE_STATE', details: { status: 409 } });
    }
    const second = await propose(number);
    expect(second.id).not.toBe(first.id);
    await peru.as('supervisor').issueCertificate({ params: { id: second.id } });
    await expect(propose(number)).rejects.toMatchObject({ code: 'CERTIFICATE_EXISTS' });
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: first.id } });
    expect(items.at(-1)).toMatchObject({ event: 'REJECTED', data: { note: 'Papers are missing.' } });
  });

  it('are taken once also when many ask at a time', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, () => propose({ certificateNumber: 'OEA-PE-RACE-1' })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('belong to operators of the authority’s own country', async () => {
    const body = { certificate: sampleCertificate({ tin: 'MXSYI0308160JS' }) };
    const answer = await call(peru.url, 'proposeCertificate', { key: peru.keys.officer, body });
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({ issues: [{ path: 'body.certificate.tin' }] });
  });

  it('hold nothing that nobody sees, or that turns round what is read', async () => {
    const address = { street: 'Av. Grau\u0000 1', country: 'PE' };
    const body = { certificate: { ...sampleCertificate({ legalName: 'Cumbre \u202e.A.S' }), address } };
    const answer = await call(peru.url, 'proposeCertificate', { key: peru.keys.officer, body });
    expect(answer).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(answer.json).toMatchObject({
      issues: [{ path: 'body.certificate.legalName' }, { path: 'body.certificate.address.street' }],
    });
  });
});

describe('status indexes', () => {
  it('are given to 100 certificates issued at once without gap or reuse', async () => {
    const { items: before } = await peru
      .as('auditor')
      .listCertificates({ query: { state: 'issued', limit: 200 } });
    const proposals = await Promise.all(Array.from({ length: 100 }, () => propose()));
    const issued = await Promise.all(
      proposals.map(({ id }) => peru.as('supervisor').issueCertificate({ params: { id } })),
    );
    const places = [...before, ...issued].map(({ statusEntry }) => statusEntry);
    expect(places.map((place) => place?.index).sort((a, b) => Number(a) - Number(b))).toEqual(
      places.map((_, index) => index),
    );
    expect(new Set(places.map((place) => place?.list))).toEqual(new Set([0]));
    for (const { id, statusEntry } of issued) {
      const { payload } = parseCompactJws(await tokenOf(id));
      expect(payload.credentialStatus).toMatchObject({ ...statusEntry });
    }
    const { statuses } = peru.agent.parts.follower.index.factsAt();
    const { index = 0 } = issued[0]?.statusEntry ?? {};
    expect((statuses.lists[0]?.revoked.get(statusWord(index)) ?? 0n) & statusMask(index)).toBe(0n);
  });
});
