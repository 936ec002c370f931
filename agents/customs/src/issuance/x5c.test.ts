import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { requestCertificate } from '../request-certificate.js';
import {
  answerWith,
  askSample,
  bindSdJwt,
  createTestAuthority,
  createTestKey,
  createTestWallet,
  fetchRequestObject,
  holdSample,
  issueSample,
  offerSample,
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestAuthority,
  type TestNetwork,
} from '../testing/index.js';

const day = 86_400_000;

let network: TestNetwork;
let agent: TestAgent;
let root: TestAuthority;
let middle: TestAuthority;
let certificateFile: string;
/** Of the request that the operator has printed. */
let requested: Pkcs10CertificateRequest;
let publicKey: KeyObject;
/** Tests shift the clock of the agents, and put it back. */
let shift = 0;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock: () => new Date(Date.now() + shift) });
  agent = network.agent('PE');
  await recognise([agent.agent, network.agent('MX').agent]);
  const { config } = agent.agent.parts;
  requested = new Pkcs10CertificateRequest(
    await requestCertificate({ ...config, publicUrl: 'https://oea.example.org' }),
  );
  publicKey = createPublicKey(requested.publicKey.toString('pem'));
  root = await createTestAuthority();
  middle = await root.found('Test intermediate');
  certificateFile = join(network.folder, 'issuer.pem');
  await certify();
  await startIssuing(agent, { x509: { certificateFile } });
});

afterEach(async () => {
  shift = 0;
  await certify();
});

afterAll(() => network.stop());

/** The operator puts a certificate in the file: leaf, intermediate, root. */
async function certify(until = new Date(Date.now() + 60 * day)): Promise<void> {
  const leaf = await middle.issue(publicKey, { until });
  writeFileSync(certificateFile, leaf + middle.certificate + root.certificate);
}

async function receive(configuration = 'aeo-certificate-sd-jwt') {
  const wallet = createTestWallet(agent.url);
  const token = await wallet.redeem(await offerSample(agent, (await issueSample(agent)).id));
  const iat = Math.floor((Date.now() + shift) / 1000);
  const { json } = await wallet.credential(token, {
    ...{ configuration, key: createTestKey() },
    changes: { claims: { iat } },
  });
  const [{ credential }] = json.credentials as [{ credential: string }];
  return credential;
}

function partsOf(token: string) {
  const [jwt = ''] = token.split('~');
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const read = (part: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(part, 'base64url').toString());
  return {
    header: read(header),
    claims: read(payload),
    isSignedBy: (key: KeyObject) =>
      verify(
        'sha256',
        Buffer.from(`${header}.${payload}`),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
  };
}

describe('SD-JWT VCs of an authority that has a certificate for its key', () => {
  it('can be verified by whoever trusts the root and knows nothing of DIDs (HAIP 1.0 §6.1.1)', async () => {
    const { header, claims, isSignedBy } = partsOf(await receive());
    const { did } = agent.agent.parts.keys;
    expect(header).toEqual({
      ...{ alg: 'ES256', typ: 'dc+sd-jwt', kid: `${did}#delegate-1` },
      x5c: [expect.any(String), expect.any(String)],
    });
    const [leaf, above] = (header.x5c as string[]).map(
      (der) => new X509Certificate(Buffer.from(der, 'base64')),
    );
    expect(leaf?.verify(above?.publicKey as KeyObject)).toBe(true);
    expect(above?.verify(new X509Certificate(root.certificate).publicKey)).toBe(true);
    expect(isSignedBy(leaf?.publicKey as KeyObject)).toBe(true);
    expect(claims).not.toHaveProperty('iss');
    expect(claims).toMatchObject({ issuing_country: 'PE', vct: expect.any(String) });
  });

  it('get the verdict of every other certificate in the network, which goes by kid', async () => {
    const presented = await receive();
    const verdict = await network.agent('MX').as('verifier').verifyCredential({ body: { presented } });
    expect(verdict).toMatchObject({
      verdict: 'RECOGNISED',
      certificate: { issuer: { id: agent.agent.parts.keys.did } },
    });
  });

  it('are presented to another authority like every other', async () => {
    const mexico = network.agent('MX');
    await startPresenting(mexico);
    const held = await holdSample(agent);
    expect(partsOf(held.credential).header).toHaveProperty('x5c');
    const session = await askSample(mexico);
    const request = await fetchRequestObject(session);
    const bound = await bindSdJwt(held.credential, held.key, request);
    expect(await answerWith(request, { certificate: [bound] })).toMatchObject({ status: 200 });
    const { id } = session;
    expect(await mexico.as('verifier').getPresentation({ params: { id } })).toMatchObject({
      state: 'answered',
      verdict: { verdict: 'RECOGNISED', certificate: { issuer: { country: 'PE' } } },
    });
  });

  it('are the only ones that carry it', async () => {
    const { header } = partsOf(await receive('aeo-certificate-jwt'));
    expect(Object.keys(header)).not.toContain('x5c');
    expect(JSON.stringify(await receive('aeo-certificate-ldp'))).not.toContain('x5c');
  });

  it('carry a renewed one without a restart', async () => {
    const before = partsOf(await receive()).header.x5c as string[];
    await certify(new Date(Date.now() + 90 * day));
    const after = partsOf(await receive()).header.x5c as string[];
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, true]);
  });

  it('go by kid alone, and name their issuer, when it has expired: a company still gets its certificate', async () => {
    shift = 100 * day;
    const { header, claims } = partsOf(await receive());
    const { did } = agent.agent.parts.keys;
    expect(header).toEqual({ alg: 'ES256', typ: 'dc+sd-jwt', kid: `${did}#delegate-1` });
    expect(claims.iss).toBe(did);
  });

  it('is of the name, the country, the DID and the host that the operator has configured', async () => {
    const { name } = agent.agent.parts.config;
    expect(requested.subjectName.toJSON()).toEqual([{ C: ['PE'] }, { O: [name] }, { CN: [name] }]);
    expect(await requested.verify()).toBe(true);
    const { config } = agent.agent.parts;
    const other = new Pkcs10CertificateRequest(await requestCertificate(config, 'Aduana'));
    expect(other.subjectName.getField('O')).toEqual(['Aduana']);
    expect(other.toString('text')).not.toContain('127.0.0.1');
  });

  it('an agent does not start with a certificate of another key, and says what to do', async () => {
    const leaf = new X509Certificate(middle.certificate);
    writeFileSync(certificateFile, leaf.toString());
    await expect(startIssuing(agent, { x509: { certificateFile } })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('not of the key that signs'),
      hints: [expect.stringContaining('--request-certificate'), expect.any(String)],
    });
    await certify();
    await startIssuing(agent, { x509: { certificateFile } });
  });
});
