import { parseSecured } from '@eslabon/credentials';
import { readQrPicture } from '@eslabon/paper/picture';
import { openPdf, rgbaOf } from '@eslabon/paper/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  decide,
  issueSample,
  sampleCertificate,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '../testing/index.js';
import { printCertificate } from './print-certificate.js';

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

/** The text of the code on a page. */
async function codeOf(pdf: Uint8Array): Promise<string> {
  const { picture } = await openPdf(pdf, 620);
  return readQrPicture(rgbaOf(picture), { patience: 5_000 }) ?? '';
}

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

  it('is signed anew each time, by the authority, with the status entry of the certificate', async () => {
    const { id, statusEntry, credentialId } = await issueSample(agent);
    const codes = [await codeOf((await print(id)).bytes), await codeOf((await print(id)).bytes)];
    const ids = codes.map((code) => {
      const parsed = parseSecured(code) as { claims: { id: string } };
      expect(parsed).toMatchObject({
        ...{ format: 'aeo+cwt', kid: `${agent.agent.parts.keys.did}#delegate-1`, status: statusEntry },
      });
      return parsed.claims.id;
    });
    expect(new Set([...ids, credentialId]).size).toBe(3);
    const printed = (await historyOf(id)).filter(({ event }) => event === 'PRINTED');
    expect(printed.map(({ data }) => data.credentialId)).toEqual(ids);
  });

  it('is a file to keep, named after the certificate, that no proxy keeps', async () => {
    const { id } = await issueSample(agent, { certificateNumber: 'OEA-Ñ 1/2' });
    const { status, headers } = await print(id, 'es');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="OEA-_1_2.pdf"');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is printed of what is suspended, but not of what is revoked, proposed or unknown', async () => {
    const suspended = await issueSample(agent);
    await decide(agent, suspended, 'suspend');
    expect((await print(suspended.id)).status).toBe(200);
    const revoked = await issueSample(agent);
    await decide(agent, revoked, 'revoke');
    const body = { certificate: sampleCertificate() };
    const proposed = await agent.as('officer').proposeCertificate({ body });
    for (const { id } of [revoked, proposed]) {
      expect(await print(id)).toMatchObject({ status: 409, code: 'CERTIFICATE_STATE' });
      expect((await historyOf(id)).map(({ event }) => event)).not.toContain('PRINTED');
    }
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await print(nobody)).toMatchObject({ status: 404, code: 'CERTIFICATE_NOT_FOUND' });
    expect(await print(suspended.id, 'fr')).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(await print(suspended.id, 'es', 'machine')).toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

describe('a page that is being drawn', () => {
  it('is not handed out where the certificate is revoked meanwhile, and not noted as printed', async () => {
    const view = await issueSample(agent);
    const { parts } = agent.agent;
    let signed = 0;
    const key = ((fragment: string) => {
      const own = parts.keys.key(fragment);
      const sign = async (data: Uint8Array) => {
        signed += 1;
        await settled(agent, (await decide(agent, view, 'revoke')).id);
        return own.sign(data);
      };
      return { ...own, sign };
    }) as unknown as typeof parts.keys.key;
    const slow = { ...parts, keys: { ...parts.keys, key } };
    const caller = { id: 'a1', name: 'officer', role: 'officer', scopes: [] } as const;
    await expect(printCertificate(slow, view.id, 'es', caller)).rejects.toMatchObject({
      code: 'CERTIFICATE_STATE',
    });
    expect(signed).toBe(1);
    expect((await historyOf(view.id)).map(({ event }) => event)).not.toContain('PRINTED');
  });
});

describe('a certificate that no page has room for', () => {
  const tooLarge = { status: 422, code: 'PAPER_TOO_LARGE' };

  it('is not proposed, and its name is told how much to lose', async () => {
    const certificate = sampleCertificate({ legalName: endless });
    const request = { key: agent.keys.officer, body: { certificate } };
    const refused = await call(agent.url, 'proposeCertificate', request);
    expect(refused).toMatchObject(tooLarge);
    const { hints } = refused.json as { hints: string[] };
    const count = Number(/Shorten legalName by (\d+) characters/.exec(hints[0] ?? '')?.[1]);
    const { items } = await agent.as('officer').listCertificates({
      query: { certificateNumber: certificate.certificateNumber },
    });
    expect(items).toEqual([]);
    const shorter = { ...certificate, legalName: endless.slice(count - 1) };
    expect(
      await call(agent.url, 'proposeCertificate', { ...request, body: { certificate: shorter } }),
    ).toMatchObject(tooLarge);
    const view = await issueSample(agent, { ...certificate, legalName: endless.slice(count) });
    expect((await print(view.id)).status).toBe(200);
  });

  it('is not imported; the other rows are', async () => {
    const certificates = [sampleCertificate({ legalName: endless }), sampleCertificate()];
    const lines = certificates.map(({ certificateNumber, tin, legalName }) =>
      [
        certificateNumber,
        tin.slice(2),
        legalName,
        'Seguridad',
        'EX',
        '2024-01-10',
        '2024-01-15',
        'Vigente',
      ].join(';'),
    );
    const header =
      'Número de certificado;Identificación;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Estado';
    const file = new TextEncoder().encode([header, ...lines].join('\n'));
    const { id } = await agent.as('supervisor').startImport({ body: file, query: { fileName: 'r.csv' } });
    const done = await waitFor(
      () => agent.as('supervisor').getImport({ params: { id } }),
      ({ state }) => state === 'done' || state === 'failed',
    );
    expect(done).toMatchObject({ state: 'done', counts: { issued: 1, rejected: 1 } });
    const { items } = await agent.as('supervisor').listImportRows({ params: { id }, query: {} });
    const rejected = items.find(({ outcome }) => outcome === 'rejected');
    const issue = rejected?.issues.find(({ severity }) => severity === 'error');
    expect(issue).toMatchObject({ code: 'PAPER_TOO_LARGE', field: 'legalName' });
    expect(issue?.sentence.es).toMatch(/acorte la razón social en \d+ caracteres/);
  });

  it('is not issued either, where the authority has taken a longer name since the proposal', async () => {
    const body = { certificate: sampleCertificate({ legalName: endless.slice(120) }) };
    const { id } = await agent.as('officer').proposeCertificate({ body });
    await agent.restart({ name: endless.slice(100) });
    const issue = { key: agent.keys.supervisor, params: { id } };
    expect(await call(agent.url, 'issueCertificate', issue)).toMatchObject(tooLarge);
    expect(await agent.as('auditor').getCertificate({ params: { id } })).toMatchObject({ state: 'proposed' });
    await agent.restart();
    expect(await call(agent.url, 'issueCertificate', issue)).toMatchObject({ status: 200 });
  });
});
