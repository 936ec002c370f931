/**
 * Operations per second of issuing and verifying with each cryptosuite, on one thread, with the built package:
 * `node scripts/bench.mjs [seconds per row]`. Keys are in this process; a module for keys adds its own time.
 */
import { generateKeyPairSync, sign as signNative } from 'node:crypto';
import { base58btcEncode } from '@eslabon/credentials';
import {
  addProof,
  checkCredential,
  createMethodResolver,
  deriveProof,
  verifyProofs,
} from '@eslabon/data-integrity';

const seconds = Number(process.argv[2] ?? 2);
const prefixes = { ES256: [0x80, 0x24], ES384: [0x81, 0x24], EdDSA: [0xed, 0x01] };
const hashes = { ES256: 'sha256', ES384: 'sha384', EdDSA: null };

function createKey(algorithm) {
  const { publicKey, privateKey } =
    algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'P-256' : 'P-384' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const point = Buffer.from(x, 'base64url');
  const parity = y === undefined ? [] : [2 + (Buffer.from(y, 'base64url').at(-1) & 1)];
  const publicKeyMultibase = `z${base58btcEncode(Uint8Array.from([...prefixes[algorithm], ...parity, ...point]))}`;
  const did = `did:key:${publicKeyMultibase}`;
  const sign = (data) => signNative(hashes[algorithm], data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { did, verificationMethod: `${did}#${publicKeyMultibase}`, signer: { algorithm, sign } };
}

const resolveVerificationMethod = createMethodResolver(async (did) => {
  const publicKeyMultibase = did.slice('did:key:'.length);
  const id = `${did}#${publicKeyMultibase}`;
  return {
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase }],
    assertionMethod: [id],
  };
});

/** An AEO certificate as an authority issues it. */
const certificate = (issuer) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/eslabon/contexts/aeo/v1'],
  id: 'urn:uuid:6f1d2f5e-5c0a-4a52-8f0e-9a3e4f0f3d11',
  type: ['VerifiableCredential', 'AeoCertificateCredential'],
  issuer: { id: issuer, name: 'Customs', country: 'PE' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: 'AuthorizedEconomicOperator',
    legalName: 'Exportadora Andina S.A.C.',
    tin: 'PE20100070970',
    address: { type: 'PostalAddress', addressLocality: 'Callao', addressCountry: 'PE' },
    certificate: {
      type: 'AeoCertificate',
      certificateNumber: 'PE-2026-000123',
      certificateType: 'AEO-S',
      operatorRoles: ['EX', 'MF'],
      decisionDate: '2026-01-01',
      effectiveDate: '2026-01-01',
    },
  },
});

async function measure(run) {
  for (let count = 0; count < 20; count++) await run();
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < seconds * 1000; count++) await run();
  return (count / (performance.now() - start)) * 1000;
}

const rows = [
  ['eddsa-rdfc-2022', 'EdDSA'],
  ['eddsa-jcs-2022', 'EdDSA'],
  ['ecdsa-rdfc-2019', 'ES256'],
  ['ecdsa-rdfc-2019', 'ES384'],
  ['ecdsa-jcs-2019', 'ES256'],
  ['ecdsa-jcs-2019', 'ES384'],
  ['ecdsa-sd-2023', 'ES256'],
];
const show = (rate) => Math.round(rate).toLocaleString('en').padStart(9);
const options = { resolveVerificationMethod, purpose: 'assertionMethod', now: new Date() };

process.stdout.write(
  `checkCredential              ${show(await measure(() => checkCredential(certificate('did:example:a'))))}/s\n`,
);
process.stdout.write('suite             algorithm      issue    verify    derive\n');
for (const [suite, algorithm] of rows) {
  const key = createKey(algorithm);
  const isPartial = suite === 'ecdsa-sd-2023';
  const more = isPartial ? { mandatoryPointers: ['/issuer', '/validFrom'] } : {};
  const issue = () =>
    addProof(certificate(key.did), { suite, ...key, created: '2026-11-22T12:00:00Z', ...more });
  const derive = (issued) => deriveProof(issued, { selectivePointers: ['/credentialSubject/certificate'] });
  const issued = await issue();
  const presented = isPartial ? await derive(issued) : issued;
  const { verified, problems } = await verifyProofs(presented, options);
  if (!verified) throw new Error(JSON.stringify(problems));
  const rates = [await measure(issue), await measure(() => verifyProofs(presented, options))];
  if (isPartial) rates.push(await measure(() => derive(issued)));
  process.stdout.write(`${suite.padEnd(18)}${algorithm.padEnd(9)}${rates.map(show).join(' ')}\n`);
}
