import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyToJwk } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askSample,
  call,
  expectProblem,
  expectRefused,
  fetchRequestObject,
  type ReadRequest,
  selfSigned,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { presentationTable } from './presentation-table.js';

let network: TestNetwork;
let agent: TestAgent;
/** Tests shift the clock of the agent, and put it back. */
let shift = 0;

beforeAll(async () => {
  const clock = () => new Date(Date.now() + shift);
  network = await startTestNetwork({ countries: ['MX', 'PE'], clock });
  agent = network.agent('MX');
  await startPresenting(agent);
});

afterAll(() => network.stop());

const isSigned = ({ jwt }: ReadRequest, key: Parameters<typeof verify>[2]): boolean => {
  const [header, payload, signature = ''] = jwt.split('.');
  const data = Buffer.from(`${header}.${payload}`);
  return verify(
    'sha256',
    data,
    { key: key as never, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
};

const read = (id: string) => agent.as('verifier').getPresentation({ params: { id } });

describe('signed request object (`typ oauth-authz-req+jwt`, aud `https://self-issued.me/v2`, DCQL, no presentation_definition)', () => {
  it('says who asks, for what, and where to answer', async () => {
    const purpose = { kind: 'declaration', reference: '118-2026-10-000123' };
    const session = await askSample(agent, {
      purpose,
      disclose: ['address'],
      types: ['full'],
      roles: ['EX'],
    });
    const { did } = agent.agent.parts.keys;
    const clientId = `decentralized_identifier:${did}`;
    const url = new URL(session.requestUrl);
    expect(url.protocol).toBe('openid4vp:');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: clientId,
      request_uri: session.requestUri,
      request_uri_method: 'post',
    });
    const { header, claims } = await fetchRequestObject(session);
    expect(header).toEqual({ alg: 'ES256', kid: `${did}#delegate-1`, typ: 'oauth-authz-req+jwt' });
    const { iat, exp, client_metadata: metadata, dcql_query: query, ...rest } = claims;
    expect(rest).toEqual({
      aud: 'https://self-issued.me/v2',
      client_id: clientId,
      response_type: 'vp_token',
      response_mode: 'direct_post.jwt',
      response_uri: session.requestUri.replace('/requests/', '/responses/'),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      eslabon_purpose: purpose,
    });
    expect(exp).toBe(Math.floor(Date.parse(session.expiresAt) / 1000));
    expect(Math.abs((iat as number) - Date.now() / 1000)).toBeLessThan(30);
    expect(metadata).toMatchObject({
      client_name: 'Aduana de MX',
      vp_formats_supported: { 'dc+sd-jwt': {}, jwt_vc_json: {}, ldp_vc: {} },
      jwks: { keys: [{ kty: 'EC', crv: 'P-256', use: 'enc', alg: 'ECDH-ES', kid: session.id }] },
      encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
    });
    expect(JSON.stringify(metadata)).not.toContain('"d"');
    expect(query).toMatchObject({
      credential_sets: [
        { options: [['certificate'], ['certificate_jwt'], ['certificate_ldp'], ['delegation']] },
      ],
    });
    const [certificate] = (query as { credentials: { claims: object[] }[] }).credentials;
    expect(certificate?.claims).toEqual([
      { path: ['tin'] },
      { path: ['legalName'] },
      { path: ['certificate', 'certificateNumber'] },
      { path: ['certificate', 'certificateType'], values: ['full'] },
      { path: ['certificate', 'operatorRoles', null], values: ['EX'] },
      { path: ['address'] },
    ]);
  });

  it('is signed by the key that its DID document has', async () => {
    const request = await fetchRequestObject(await askSample(agent));
    const { did } = agent.agent.parts.keys;
    const { didDocument } = (await (await fetch(`${agent.url}/1.0/identifiers/${did}`)).json()) as {
      didDocument: { verificationMethod: { id: string; publicKeyHex: string }[] };
    };
    const method = didDocument.verificationMethod.find(({ id }) => id === request.header.kid);
    const bytes = Buffer.from(method?.publicKeyHex as string, 'hex');
    const jwk = publicKeyToJwk({ algorithm: 'ES256', bytes });
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    expect(isSigned(request, key)).toBe(true);
  });

  it('has a key of its own for each session, and none where answers are not encrypted', async () => {
    const keyOf = async (changes: Record<string, unknown>) => {
      const { claims } = await fetchRequestObject(await askSample(agent, changes));
      return (claims.client_metadata as { jwks?: { keys: [{ x: string }] } }).jwks?.keys[0].x;
    };
    expect(await keyOf({})).not.toBe(await keyOf({}));
    expect(await keyOf({ responseMode: 'direct_post' })).toBeUndefined();
  });
});

describe('request_uri by GET and POST with `wallet_nonce`, fetched twice served twice', () => {
  it('says the same each time, with the nonce of whoever fetched it', async () => {
    const session = await askSample(agent);
    expect((await read(session.id)).state).toBe('open');
    const first = await fetchRequestObject(session);
    expect((await read(session.id)).state).toBe('fetched');
    const second = await fetchRequestObject(session, { wallet_nonce: 'n-1' });
    const third = await fetchRequestObject(session, {
      wallet_nonce: 'n-2',
      wallet_metadata: JSON.stringify({ vp_formats_supported: {} }),
    });
    const bare = await fetchRequestObject(session, {});
    expect(first.claims.wallet_nonce).toBeUndefined();
    expect(bare.claims.wallet_nonce).toBeUndefined();
    expect([second.claims.wallet_nonce, third.claims.wallet_nonce]).toEqual(['n-1', 'n-2']);
    for (const { claims } of [second, third, bare]) {
      const { nonce, state, response_uri, dcql_query, client_metadata } = first.claims;
      expect(claims).toMatchObject({ nonce, state, response_uri, dcql_query, client_metadata });
    }
  });

  it.each<[string, [string, string][] | string, string?]>([
    ['an empty wallet_nonce', [['wallet_nonce', '']]],
    ['a wallet_nonce of 513 characters', [['wallet_nonce', 'x'.repeat(513)]]],
    [
      'a wallet_nonce that comes twice',
      [
        ['wallet_nonce', 'a'],
        ['wallet_nonce', 'b'],
      ],
    ],
    ['wallet_metadata that is no JSON object', [['wallet_metadata', '[]']]],
    ['wallet_metadata that is no JSON', [['wallet_metadata', '{']]],
  ])('rejects %s', async (_, form) => {
    const session = await askSample(agent);
    const response = await fetch(session.requestUri, { method: 'POST', body: new URLSearchParams(form) });
    expectRefused(
      { status: response.status, headers: response.headers, json: (await response.json()) as never },
      'invalid_request',
    );
    expect((await read(session.id)).state).toBe('open');
  });

  it('takes a wallet_nonce of 512 characters', async () => {
    const nonce = 'x'.repeat(512);
    const { claims } = await fetchRequestObject(await askSample(agent), { wallet_nonce: nonce });
    expect(claims.wallet_nonce).toBe(nonce);
  });

  it('has the media type of the standard, for web wallets of any origin, and is stored nowhere', async () => {
    const { requestUri } = await askSample(agent);
    const { headers } = await fetch(requestUri);
    expect(headers.get('content-type')).toBe('application/oauth-authz-req+jwt');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await fetch(requestUri, { method: 'OPTIONS' })).status).toBe(204);
  });

  it('404 for a request that is unknown or has expired, and for answers to none', async () => {
    const { requestUri } = await askSample(agent);
    const none = `${agent.url}/openid4vp/requests/guess`;
    const answers = [
      await fetch(none),
      await fetch(none, { method: 'POST', body: new URLSearchParams() }),
      await fetch(`${agent.url}/openid4vp/responses/guess`, { method: 'POST', body: new URLSearchParams() }),
    ];
    shift = 600_001;
    answers.push(await fetch(requestUri));
    shift = 0;
    for (const answer of answers) {
      const json = (await answer.json()) as never;
      expectRefused({ status: answer.status, headers: answer.headers, json }, 'invalid_request', 404);
    }
    expect((await fetch(`${agent.url}/openid4vp/other`)).status).toBe(404);
  });
});

describe('client identifiers by DID, by x509_san_dns and by x509_hash', () => {
  const files = (name: string, host: string) => {
    const { certificate, key } = selfSigned(host);
    const [certificateFile, keyFile] = [`${name}.crt`, `${name}.key`].map((file) =>
      join(network.folder, file),
    );
    writeFileSync(certificateFile as string, certificate);
    writeFileSync(keyFile as string, key);
    return { certificateFile: certificateFile as string, keyFile: keyFile as string };
  };

  it('by certificate: the leaf stands in x5c, names the host, and signed the request', async () => {
    await startPresenting(agent, { x509: files('good', 'localhost') }, 'localhost');
    const session = await askSample(agent, { clientId: 'x509' });
    expect(new URL(session.requestUrl).searchParams.get('client_id')).toBe('x509_san_dns:localhost');
    const request = await fetchRequestObject(session);
    expect(Object.keys(request.header).sort()).toEqual(['alg', 'typ', 'x5c']);
    const leaf = new X509Certificate(Buffer.from((request.header.x5c as string[])[0] as string, 'base64'));
    expect(leaf.subjectAltName).toBe('DNS:localhost');
    expect(isSigned(request, leaf.publicKey)).toBe(true);
    expect(request.claims.client_id).toBe('x509_san_dns:localhost');
  });

  it('by the hash of the certificate, as HAIP 1.0 has it; a root is not sent along', async () => {
    const x509 = files('hash', 'localhost');
    const { certificate: root } = selfSigned('root.example');
    writeFileSync(x509.certificateFile, `${readFileSync(x509.certificateFile, 'utf8')}${root}`);
    await startPresenting(agent, { x509 }, 'localhost');
    const session = await askSample(agent, { clientId: 'x509_hash' });
    const request = await fetchRequestObject(session);
    const [leaf, ...others] = request.header.x5c as [string, ...string[]];
    expect(others).toEqual([]);
    const der = Buffer.from(leaf, 'base64');
    const clientId = `x509_hash:${createHash('sha256').update(der).digest('base64url')}`;
    expect(new URL(session.requestUrl).searchParams.get('client_id')).toBe(clientId);
    expect(request.claims.client_id).toBe(clientId);
    expect(isSigned(request, new X509Certificate(der).publicKey)).toBe(true);
    // Nobody can sign in the name of a certificate that is gone.
    files('hash', 'localhost');
    expect((await fetch(session.requestUri)).status).toBe(404);
  });

  it('uses a renewed certificate without a restart', async () => {
    const x509 = files('renewed', 'localhost');
    await startPresenting(agent, { x509 }, 'localhost');
    const leafOf = async () => {
      const { header } = await fetchRequestObject(await askSample(agent, { clientId: 'x509' }));
      return (header.x5c as string[])[0];
    };
    const before = await leafOf();
    files('renewed', 'localhost');
    expect(await leafOf()).not.toBe(before);
  });

  it.each<[string, () => { certificateFile: string; keyFile: string }]>([
    ['a certificate for another host', () => files('other', 'aduana.example')],
    [
      'the key of another certificate',
      () => ({ ...files('a', 'localhost'), keyFile: files('b', 'x').keyFile }),
    ],
    ['no file', () => ({ ...files('c', 'localhost'), certificateFile: join(network.folder, 'none.crt') })],
    [
      'a file that is no PEM',
      () => {
        const x509 = files('d', 'localhost');
        writeFileSync(x509.certificateFile, 'certificate');
        return x509;
      },
    ],
    [
      'a key that is no PEM',
      () => {
        const x509 = files('e', 'localhost');
        writeFileSync(x509.keyFile, 'key');
        return x509;
      },
    ],
  ])('does not start with %s', async (_, make) => {
    await expect(startPresenting(agent, { x509: make() }, 'localhost')).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('presentations.x509.'),
    });
    await startPresenting(agent);
  });

  it('refuses to be named by a certificate that it does not have', async () => {
    const body = { purpose: { kind: 'counter' }, clientId: 'x509' };
    const refused = await call(agent.url, 'createPresentation', { key: agent.keys.verifier, body });
    expect(refused).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
  });
});

describe('who may ask, and who may see', () => {
  it.each(['officer', 'supervisor', 'verifier', 'post'] as const)('a %s may ask', async (role) => {
    expect(await askSample(agent, {}, role)).toMatchObject({ state: 'open', purpose: { kind: 'counter' } });
  });

  it.each(['machine', 'issuer', 'auditor'] as const)('a %s may not', async (role) => {
    const body = { purpose: { kind: 'counter' } };
    const denied = await call(agent.url, 'createPresentation', { key: agent.keys[role], body });
    expect(denied).toMatchObject({ status: 403, code: 'PERMISSION_DENIED' });
  });

  it('the key that asked, supervisors and auditors see it; to every other key there is none', async () => {
    const { id } = await askSample(agent, {}, 'officer');
    const get = (role: 'officer' | 'supervisor' | 'auditor' | 'verifier' | 'post' | 'machine') =>
      call(agent.url, 'getPresentation', { key: agent.keys[role], params: { id } });
    for (const role of ['officer', 'supervisor', 'auditor'] as const)
      expect((await get(role)).status).toBe(200);
    for (const role of ['verifier', 'post'] as const) expect((await get(role)).code).toBe('NOT_FOUND');
    expect((await get('machine')).code).toBe('PERMISSION_DENIED');
    const unknown = { id: '00000000-0000-4000-8000-000000000000' };
    const none = await call(agent.url, 'getPresentation', { key: agent.keys.auditor, params: unknown });
    expect(none.code).toBe('NOT_FOUND');
  });

  it.each([
    [{}],
    [{ purpose: { kind: 'declaration' } }],
    [{ purpose: { kind: 'consignment', reference: 'x'.repeat(36) } }],
    [{ purpose: { kind: 'counter' }, types: [] }],
    [{ purpose: { kind: 'counter' }, disclose: ['legalName'] }],
    [{ purpose: { kind: 'counter' }, responseMode: 'fragment' }],
    [{ purpose: { kind: 'counter' }, other: true }],
  ])('refuses %j', async (body) => {
    const refused = await call(agent.url, 'createPresentation', { key: agent.keys.verifier, body });
    expect(refused.code).toBe('INPUT_INVALID');
  });

  it('an agent without presentations asks nobody, and has no such addresses', async () => {
    const peru = network.agent('PE');
    const body = { purpose: { kind: 'counter' } };
    const refused = await call(peru.url, 'createPresentation', { key: peru.keys.verifier, body });
    expect(refused).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const answer = await fetch(`${peru.url}/openid4vp/requests/x`);
    expectProblem({
      status: answer.status,
      headers: answer.headers,
      json: await answer.json(),
      bytes: new Uint8Array(),
    });
  });

  it('what links lead to stands hashed in the database, and private keys sealed', async () => {
    const session = await askSample(agent);
    const row = await agent.agent.parts.database.read.findOneByOrFail(presentationTable, { id: session.id });
    const reference = session.requestUri.split('/').at(-1) as string;
    expect(Object.values(row)).not.toContain(reference);
    expect(row.encryptionKey).toMatch(/^v1\./);
  });
});
