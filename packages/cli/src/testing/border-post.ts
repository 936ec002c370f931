import { createECDH, createPrivateKey, sign as signWith } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AeoCredential, aeoCredentialSchema, formatEthrDid } from '@eslabon/core';
import { encodeBundle } from '../../../bundle/src/format/encode-bundle.js';
import { mexicoKid, syntheticContent, trust } from '../../../bundle/src/testing/synthetic-bundle.js';
import { deployment } from '../../../bundle/src/testing/synthetic-chain.js';
import { mexico, peru } from '../../../bundle/src/testing/synthetic-facts.js';
import { attestorSign } from '../../../bundle/src/testing/synthetic-keys.js';
import { createVcJwt } from '../../../credentials/src/vc-jwt/create-vc-jwt.js';

/** Ten minutes after the block of the bundle. */
export const at = '2023-11-15T01:10:00Z';

/** Indexes of the synthetic Peruvian status list, by what stands there. */
const indexes = { suspended: 0, revoked: 1, active: 2 } as const;

const peruDid = formatEthrDid({ chainId: deployment.chainId, address: peru });

/**
 * Writes what a Mexican border post has into a folder: `pe.eslabon` attested by Mexico, `trust.json`, and
 * Peruvian certificates `active.jwt`, `suspended.jwt`, `revoked.jwt` and `altered.jwt`.
 */
export async function equipBorderPost(folder: string): Promise<void> {
  const content = await syntheticContent({
    attestation: {
      did: formatEthrDid({ chainId: deployment.chainId, address: mexico }),
      kid: mexicoKid,
      algorithm: 'ES256K',
      sign: mexicoSign,
    },
  });
  await writeFile(join(folder, 'pe.eslabon'), encodeBundle(content));
  await writeFile(join(folder, 'trust.json'), JSON.stringify(trust));
  for (const status of ['active', 'suspended', 'revoked'] as const) {
    await writeFile(join(folder, `${status}.jwt`), `${await peruvianToken(indexes[status])}\n`);
  }
  await writeFile(join(folder, 'altered.jwt'), await alteredToken());
}

async function peruvianToken(index: number, legalName = 'Agroindustrias del Norte S.A.C.'): Promise<string> {
  return createVcJwt({
    credential: credential(index, legalName),
    kid: `${peruDid}#delegate-1`,
    algorithm: 'ES256',
    issuedAt: 1_700_002_000,
    sign: attestorSign,
  });
}

/** Another name under the signature of a certificate that is in force. */
async function alteredToken(): Promise<string> {
  const [header, , signature] = (await peruvianToken(indexes.active)).split('.');
  const [, payload] = (await peruvianToken(indexes.active, 'Otra Empresa S.A.')).split('.');
  return [header, payload, signature].join('.');
}

function credential(index: number, legalName: string): AeoCredential {
  return aeoCredentialSchema.parse({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/eslabon/contexts/aeo/v1'],
    id: 'urn:uuid:3b0f1c1e-52b0-4f3a-9a39-6a2b1f3f9a02',
    type: ['VerifiableCredential', 'AeoCertificateCredential'],
    issuer: { id: peruDid, name: 'SUNAT', country: 'PE' },
    validFrom: '2023-11-14T22:46:40Z',
    credentialSubject: {
      type: 'AuthorizedEconomicOperator',
      legalName,
      tin: 'PE20100047218',
      certificate: {
        type: 'AeoCertificate',
        certificateNumber: 'PE-OEA-2023-0012',
        certificateType: 'security',
        operatorRoles: ['EX'],
        decisionDate: '2023-11-10',
        effectiveDate: '2023-11-14',
      },
    },
    credentialStatus: {
      type: 'EslabonStatusEntry',
      chainId: deployment.chainId,
      contract: deployment.contracts.statusRegistry.address,
      list: 0,
      index,
    },
    credentialSchema: { id: 'https://w3id.org/eslabon/schemas/aeo-certificate/v1.json', type: 'JsonSchema' },
  });
}

/** ES256K with the key that the synthetic trust anchor has for Mexico. */
function mexicoSign(data: Uint8Array): Uint8Array {
  const secret = Buffer.alloc(32, 9);
  const pair = createECDH('secp256k1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'secp256k1',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return new Uint8Array(signWith('sha256', data, { key, dsaEncoding: 'ieee-p1363' }));
}
