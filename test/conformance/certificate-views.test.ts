import { createClient } from '@eslabon/client';
import type { CertificateView } from '@eslabon/client/contract';
import { parseCompactJws } from '@eslabon/credentials';
import { createApiKey } from '@eslabon/customs';
import type { JsonObject } from '@eslabon/data-integrity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, startWorld, type World } from './world.js';

let world: World;
let key: string;
let officer: ReturnType<typeof createClient>;
let supervisor: ReturnType<typeof createClient>;

beforeAll(async () => {
  world = await startWorld();
  const { database } = world.server.agent.parts;
  key = await createApiKey(database, 'supervisor', 'supervisor');
  supervisor = createClient({ baseUrl: world.server.localUrl, apiKey: key });
  officer = createClient({
    baseUrl: world.server.localUrl,
    apiKey: await createApiKey(database, 'officer', 'officer'),
  });
});

afterAll(() => world.server.stop());

let count = 0;

function propose(tin: string): Promise<CertificateView> {
  count += 1;
  return officer.proposeCertificate({
    body: {
      certificate: {
        certificateNumber: `OEA-${count}`,
        certificateType: 'full',
        operatorRoles: ['EX', 'WH'],
        tin,
        legalName: 'Ñandú & Hijos S.A.C.',
        decisionDate: '2024-01-10',
        effectiveDate: '2024-01-15',
      },
    },
  });
}

const issue = async (tin = 'PE20100070970') =>
  supervisor.issueCertificate({ params: { id: (await propose(tin)).id } });

const view = ({ id }: CertificateView, what: string, withKey = key): Promise<Answer> =>
  world.get(`/v1/certificates/${id}/${what}`, { authorization: `Bearer ${withKey}` });

describe('UNTP Digital Identity Anchor', () => {
  it('is a vc+jwt under the authority’s did:web, for a day', async () => {
    const certificate = await issue();
    const { status, type, text } = await view(certificate, 'untp');
    expect([status, type]).toEqual([200, 'application/vc+jwt']);
    const { header, payload } = parseCompactJws(text);
    const did = `did:web:localhost%3A${new URL(world.server.url).port}`;
    expect(header).toEqual({ alg: 'ES256', kid: `${did}#delegate-1`, typ: 'vc+jwt', cty: 'vc' });
    expect(payload).toMatchObject({
      type: ['DigitalIdentityAnchor', 'VerifiableCredential'],
      issuer: {
        id: did,
        name: 'Eslabón conformance authority',
        issuerAlsoKnownAs: [{ id: world.server.agent.parts.keys.did }],
      },
      validFrom: '2024-01-15T00:00:00-05:00',
      credentialSubject: {
        type: ['RegisteredIdentity'],
        name: 'Ñandú & Hijos S.A.C.',
        registeredId: 'PE20100070970',
        idScheme: {
          type: ['IdentifierScheme'],
          id: expect.stringMatching(/^https:/),
          name: expect.any(String),
        },
        registerType: 'Business',
        registrationScopeList: ['https://vocabulary.uncefact.org/DocumentCodeList#891'],
      },
    });
    const left = Date.parse(String(payload.validUntil)) - Date.now();
    expect(left).toBeGreaterThan(86_000_000);
    expect(left).toBeLessThanOrEqual(86_400_000);
  });

  it('names a key that the did:web document has, which links the did:ethr', async () => {
    const { text } = await view(await issue(), 'untp');
    const { header } = parseCompactJws(text);
    const { json } = await world.get('/.well-known/did.json');
    expect((json.verificationMethod as JsonObject[]).map(({ id }) => id)).toContain(header.kid);
    expect(json.alsoKnownAs).toEqual([world.server.agent.parts.keys.did]);
  });
});

describe('WCO Data Model class 16C', () => {
  it('as JSON, one party for each role', async () => {
    const { status, type, json } = await view(await issue(), 'wco');
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(json).toEqual({
      AEOMutualRecognitionParty: [
        { ID: 'PE20100070970', RoleCode: 'EX' },
        { ID: 'PE20100070970', RoleCode: 'WH' },
      ],
    });
  });

  it('as XML, with what XML cannot have in a text written otherwise', async () => {
    const { type, text } = await view(await issue('PEÑ&1'), 'wco?format=xml&role=WH');
    expect(type).toBe('application/xml');
    expect(text).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<GoodsShipment>',
        '  <AEOMutualRecognitionParty>',
        '    <ID>PEÑ&amp;1</ID>',
        '    <RoleCode>WH</RoleCode>',
        '  </AEOMutualRecognitionParty>',
        '</GoodsShipment>',
        '',
      ].join('\n'),
    );
  });

  it('refuses a role that the certificate has not', async () => {
    expect(await view(await issue(), 'wco?role=IM')).toMatchObject({
      status: 400,
      json: { code: 'INPUT_INVALID' },
    });
    expect(await view(await issue(), 'wco?role=ZZ')).toMatchObject({ status: 400 });
  });
});

describe.each(['untp', 'wco'])('%s', (what) => {
  it('is refused of what is not issued, or not active', async () => {
    expect(await view(await propose('PE20100070970'), what)).toMatchObject({
      status: 409,
      json: { code: 'CERTIFICATE_STATE' },
    });
    const certificate = await issue();
    const decision = { reference: 'RI-1', date: '2026-02-03' };
    await supervisor.changeStatus({
      params: { id: certificate.id },
      body: { action: 'suspend', reason: 'OBLIGATION_BREACH', decision },
    });
    expect(await view(certificate, what)).toMatchObject({ status: 409, json: { code: 'CERTIFICATE_STATE' } });
  });

  it('needs a key that may read certificates', async () => {
    const certificate = await issue();
    const machine = await createApiKey(world.server.agent.parts.database, 'machine', 'machine');
    expect(await view(certificate, what, machine)).toMatchObject({ status: 403 });
  });
});
