import { randomUUID } from 'node:crypto';
import { problemSchema } from '@eslabon/client/contract';
import type { JsonObject } from '@eslabon/data-integrity';
import { addProof } from '@eslabon/data-integrity';
import { createTestKey, examples, presentation2, type TestKey, vcdm2 } from '@eslabon/data-integrity/testing';
import { type ConformanceServer, startConformance } from '@eslabon/network';
import { expect } from '@jest/globals';

export interface Answer {
  status: number;
  headers: Headers;
  type: string | null;
  json: JsonObject;
  text: string;
}

/** A conformance server, and what a suite does with it. Every answer that is no success is held against RFC 9457. */
export interface World {
  server: ConformanceServer;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  issuerOf(profile: string): Promise<string>;
  /** Sends a credential by the profile's issuer with these members. */
  issue(profile: string, members?: JsonObject, options?: JsonObject): Promise<Answer>;
  /** The same, for a credential that must come out secured. */
  issued(profile: string, members?: JsonObject, options?: JsonObject): Promise<JsonObject>;
  verify(verifiableCredential: unknown, options?: JsonObject): Promise<Answer>;
  present(verifiablePresentation: unknown, options?: JsonObject): Promise<Answer>;
}

export async function startWorld(
  config: Parameters<typeof startConformance>[0]['config'] = {},
): Promise<World> {
  const server = await startConformance({ port: 0, config });
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const url = path.startsWith(server.url)
      ? `${server.localUrl}${path.slice(server.url.length)}`
      : `${server.localUrl}${path}`;
    return held(await fetch(url, init));
  };
  const world: World = {
    server,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    issuerOf: async (profile) => String((await world.get(`/issuers/${profile}`)).json.id),
    async issue(profile, members = {}, options) {
      const credential = credentialOf(await world.issuerOf(profile), members);
      return world.post(`/issuers/${profile}/credentials/issue`, { credential, ...(options && { options }) });
    },
    async issued(profile, members, options) {
      const { status, json } = await world.issue(profile, members, options);
      expect([status, json]).toEqual([201, { verifiableCredential: expect.any(Object) }]);
      return json.verifiableCredential as JsonObject;
    },
    verify: (verifiableCredential, options) =>
      world.post('/credentials/verify', { verifiableCredential, ...(options && { options }) }),
    present: (verifiablePresentation, options) =>
      world.post('/presentations/verify', { verifiablePresentation, ...(options && { options }) }),
  };
  return world;
}

async function held(response: Response): Promise<Answer> {
  const text = await response.text();
  const type = response.headers.get('content-type');
  const json = /json|^application\/vc$/.test(type ?? '') ? (JSON.parse(text) as JsonObject) : {};
  expect(response.status).toBeLessThan(500);
  if (response.status >= 400) {
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(problemSchema.parse(json)).toEqual(json);
    expect(json).toMatchObject({ status: response.status, type: `urn:eslabon:problem:${json.code}` });
  }
  return { status: response.status, headers: response.headers, type, json, text };
}

/** A credential of VCDM 2.0; `undefined` takes a member away. */
export function credentialOf(issuer: string, members: JsonObject = {}): JsonObject {
  const credential = {
    '@context': [vcdm2, examples],
    id: `urn:uuid:${randomUUID()}`,
    type: ['VerifiableCredential', 'ExampleOperatorCredential'],
    issuer,
    validFrom: '2024-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:operator', tin: 'PE20100070970', roles: [{ code: 'EX' }] },
    ...members,
  };
  return Object.fromEntries(Object.entries(credential).filter(([, value]) => value !== undefined));
}

export const dataIntegrityProfiles = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019-p256',
  'ecdsa-rdfc-2019-p384',
  'ecdsa-jcs-2019-p256',
  'ecdsa-jcs-2019-p384',
  'ecdsa-sd-2023',
] as const;

export const everyProfile = [...dataIntegrityProfiles, 'vc-jwt', 'bitstring-status-list'] as const;

export const wholeProfiles = dataIntegrityProfiles.filter((profile) => profile !== 'ecdsa-sd-2023');

/** A holder's key that signs presentations. */
export async function createHolder(): Promise<
  TestKey & { present(options: Presenting): Promise<JsonObject> }
> {
  const key = await createTestKey('EdDSA');
  return {
    ...key,
    present: ({ credentials, domain, challenge, members = {}, suite = 'eddsa-rdfc-2022' }) =>
      addProof(
        { ...presentation2(key.did, credentials), ...members },
        {
          suite,
          purpose: 'authentication',
          signer: key.signer,
          verificationMethod: key.verificationMethod,
          created: `${new Date().toISOString().slice(0, 19)}Z`,
          ...(domain && { domain }),
          ...(challenge && { challenge }),
        },
      ),
  };
}

interface Presenting {
  suite?: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022';
  credentials: readonly unknown[];
  domain?: string;
  challenge?: string;
  members?: JsonObject;
}

/** A signed credential by an issuer outside of the agent. */
export async function signedOutside(members: JsonObject = {}): Promise<JsonObject> {
  const key = await createTestKey('EdDSA');
  return addProof(credentialOf(key.did, members), {
    suite: 'eddsa-rdfc-2022',
    signer: key.signer,
    verificationMethod: key.verificationMethod,
    created: '2026-01-01T00:00:00Z',
  });
}

/** A token as VCDM 2.0 has it in JSON. */
export const envelope = (token: string) => ({
  '@context': vcdm2,
  id: `data:application/vc+jwt,${token}`,
  type: 'EnvelopedVerifiableCredential',
});
