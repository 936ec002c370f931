import { brokenCredentials, credentialWith, vcdm1, vcdm2 } from '@eslabon/data-integrity/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credentialOf, everyProfile, startWorld, type World, wholeProfiles } from './world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.server.stop());

describe('§1 “Rules of VCDM 2.0 to enforce at issuance: `@context` present, v2 first, every item a valid URL or object, no protected-term redefinition; `id` (credential, subject, status, schema) null, array or non-URL rejected; `type` present, includes `VerifiableCredential`, every type maps to a URL; `issuer` a URL or object with URL `id`; `credentialSubject` present and non-empty (array of subjects is fine, an empty object in it is not); `credentialStatus` needs `type` (id optional, URL); `credentialSchema` needs `id` and `type`; `evidence`, `termsOfUse`, `refreshService` need `type`; `name` and `description` are strings or language value objects with no extra members; `validFrom`/`validUntil` are XSD dateTimeStamp (milliseconds and offsets valid), `validUntil` ≥ `validFrom`; `relatedResource`: objects with unique `id` and `digestSRI` or `digestMultibase` compared with the real bytes (`https://www.w3.org/ns/credentials/v2`: sha-256 `59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734`, sha-384 `l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU`; accept the multibase digest with and without multihash header).”', () => {
  it.each(brokenCredentials)('“%s”', async (_quote, members, code, pointer) => {
    for (const profile of ['eddsa-rdfc-2022', 'vc-jwt'] as const) {
      const base = credentialOf(await world.issuerOf(profile));
      const credential = credentialWith(members, base);
      const { status, json } = await world.post(`/issuers/${profile}/credentials/issue`, { credential });
      expect(status).toBe(400);
      expect(json.problemDetails).toContainEqual(expect.objectContaining({ title: code, pointer }));
    }
  });

  it('“array of subjects is fine, an empty object in it is not”', async () => {
    const subject = { id: 'did:example:a' };
    for (const profile of wholeProfiles) {
      expect(await world.issue(profile, { credentialSubject: [subject, subject] })).toMatchObject({
        status: 201,
      });
      expect(await world.issue(profile, { credentialSubject: [subject, {}] })).toMatchObject({ status: 400 });
    }
  });

  it('“Do not dereference status, schema or evidence of unknown types when issuing.”', async () => {
    const at = 'https://nowhere.invalid/x';
    const members = {
      credentialStatus: { id: at, type: 'ExampleStatus' },
      credentialSchema: { id: at, type: 'ExampleSchema' },
      evidence: { id: at, type: 'ExampleEvidence' },
    };
    for (const profile of everyProfile)
      expect(await world.issue(profile, members)).toMatchObject({ status: 201 });
  });

  it.each([
    'https://www.w3.org/ns/credentials/examples/v2',
    'https://w3id.org/security/data-integrity/v1',
    'https://w3id.org/security/data-integrity/v2',
    'https://w3id.org/security/multikey/v1',
    'https://w3id.org/security/suites/ed25519-2020/v1',
    'https://www.w3.org/ns/did/v1',
    'https://w3id.org/eslabon/contexts/aeo/v1',
  ])(
    '“Contexts needed offline: credentials/v1, credentials/v2, credentials/examples/v2 (`{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}`), security/data-integrity/v1 and v2, security/multikey/v1, security/suites/ed25519-2020/v1, did/v1, our AEO context; inline contexts too.”: %s',
    async (context) => {
      // What data-integrity/v1 defines, VCDM 2.0 defines otherwise, and protects.
      const isOld = context.endsWith('data-integrity/v1');
      const members = {
        '@context': [isOld ? vcdm1 : vcdm2, context, { inlined: 'https://e.example/inlined' }],
        type: ['VerifiableCredential'],
        credentialSubject: { id: 'did:example:a', inlined: 'x' },
        ...(isOld && { validFrom: undefined, issuanceDate: '2024-01-01T00:00:00Z' }),
      };
      expect(await world.issue('eddsa-rdfc-2022', members)).toMatchObject({ status: 201 });
    },
  );
});
