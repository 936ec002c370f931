import type { JsonObject } from '@eslabon/data-integrity';
import { issuerProfileNames } from '@eslabon/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credentialOf, dataIntegrityProfiles, everyProfile, startWorld, type World } from './world.js';

let world: World;
let production: World;

beforeAll(async () => {
  world = await startWorld();
  production = await startWorld({ profiles: [], openExchange: false });
});

afterAll(async () => {
  await world.server.stop();
  await production.server.stop();
});

const proofOf = (credential: JsonObject) => credential.proof as JsonObject;

describe('§1 issuers', () => {
  it.each(everyProfile)(
    '“`GET /issuers/{profile}` → `200 {"id": "did:…"}`, 404 if the profile is not enabled.”: %s',
    async (profile) => {
      const { status, json } = await world.get(`/issuers/${profile}`);
      expect([status, json]).toEqual([200, { id: expect.stringMatching(/^did:/) }]);
      expect(await production.get(`/issuers/${profile}`)).toMatchObject({
        status: 404,
        json: { code: 'NOT_FOUND' },
      });
    },
  );

  it.each(['bbs-2023', 'eddsa-rdfc-2022%20', 'EDDSA-RDFC-2022', '__proto__', 'toString', '%00', '..%2f'])(
    '“404 if the profile is not enabled”: %j',
    async (profile) => {
      expect(await world.get(`/issuers/${profile}`)).toMatchObject({ status: 404 });
      expect(await world.post(`/issuers/${profile}/credentials/issue`, { credential: {} })).toMatchObject({
        status: 404,
      });
    },
  );

  it('“Each profile has its own key.”', async () => {
    const methods = await Promise.all(
      dataIntegrityProfiles.map(async (profile) => proofOf(await world.issued(profile)).verificationMethod),
    );
    expect(new Set(methods).size).toBe(dataIntegrityProfiles.length);
  });

  it.each([
    ['eddsa-rdfc-2022', /^did:key:z6Mk/],
    ['eddsa-jcs-2022', /^did:key:z6Mk/],
    ['ecdsa-rdfc-2019-p256', /^did:key:zDna/],
    ['ecdsa-rdfc-2019-p384', /^did:key:z82L/],
    ['ecdsa-jcs-2019-p256', /^did:key:zDna/],
    ['ecdsa-jcs-2019-p384', /^did:key:z82L/],
    ['ecdsa-sd-2023', /^did:key:zDna/],
    ['vc-jwt', /^did:ethr:/],
    ['bitstring-status-list', /^did:ethr:/],
  ])(
    '“Profiles: `eddsa-rdfc-2022`, `eddsa-jcs-2022`, `ecdsa-rdfc-2019-p256`, `-p384`, `ecdsa-jcs-2019-p256`, `-p384`, `ecdsa-sd-2023` (issuer DIDs are did:key for these: z6Mk, zDna, z82L), `vc-jwt` and `bitstring-status-list` (any DID of the agent, did:ethr included), `bbs-2023` (did:key zUC7; later).”: %s',
    async (profile, pattern) => {
      expect(await world.issuerOf(profile)).toMatch(pattern);
    },
  );

  it('“`bbs-2023` (did:key zUC7; later)”: every other profile is there, and no more', () => {
    expect([...issuerProfileNames].sort()).toEqual([...everyProfile].sort());
  });

  it('“The profiles with did:key exist for interoperability and test networks and are off by default in production; the same code signs with did:ethr.”', async () => {
    expect(production.server.agent.parts.config.profiles).toEqual([]);
    const body = { credential: credentialOf('did:key:z6Mk') };
    const { status } = await production.post('/issuers/eddsa-rdfc-2022/credentials/issue', body);
    expect(status).toBe(401);
    expect(proofOf(await world.issued('bitstring-status-list'))).toMatchObject({
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod: expect.stringMatching(/^did:ethr:.*#delegate-2$/),
    });
  });

  it('asks for a key that may, in production', async () => {
    const body = { credential: credentialOf('did:e:1') };
    for (const path of [
      '/issuers/vc-jwt/credentials/issue',
      '/credentials/verify',
      '/presentations/verify',
      '/challenges',
    ]) {
      expect(await production.post(path, body)).toMatchObject({ status: 401 });
    }
  });
});
