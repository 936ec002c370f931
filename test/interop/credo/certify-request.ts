import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kms } from '@credo-ts/core';
import type { CredoAgent } from './credo-agent.js';

export interface CertifiedKey {
  /** PEM: the leaf, then the authority that issued it. */
  certificateFile: string;
  /** Base64 of DER. */
  root: string;
}

/**
 * What a certification authority makes of an authority's request: Credo reads it, and issues a certificate for the key, the
 * name and the other names in it, by an authority under a root.
 * @param request PKCS #10, PEM
 */
export async function certifyRequest(
  credo: CredoAgent,
  request: string,
  folder: string,
): Promise<CertifiedKey> {
  const asked = credo.x509.parseCertificateSigningRequest({ encodedCertificateSigningRequest: request });
  const hour = 3_600_000;
  const validity = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + 1000 * hour) };
  const identifiers = { subjectKeyIdentifier: { include: true }, authorityKeyIdentifier: { include: true } };
  const authority = { ...identifiers, basicConstraints: { ca: true } };
  const [rootKey, middleKey] = [await newKey(credo), await newKey(credo)];
  const root = await credo.x509.createCertificate({
    ...{ authorityKey: rootKey, issuer: { commonName: 'Test root' }, validity, extensions: authority },
  });
  const middle = await credo.x509.createCertificate({
    ...{ authorityKey: rootKey, issuer: { commonName: 'Test root' }, validity, extensions: authority },
    ...{ subjectPublicKey: middleKey, subject: { commonName: 'Test intermediate' } },
  });
  const leaf = await credo.x509.createCertificate({
    ...{ authorityKey: middleKey, issuer: { commonName: 'Test intermediate' }, validity },
    ...{ subjectPublicKey: asked.publicJwk, subject: asked.subject },
    extensions: {
      ...identifiers,
      keyUsage: { usages: asked.keyUsage },
      subjectAlternativeName: { name: asked.subjectAlternativeNames },
    },
  });
  const certificateFile = join(folder, 'issuer.pem');
  writeFileSync(certificateFile, `${leaf.toString('pem')}\n${middle.toString('pem')}\n`);
  return { certificateFile, root: root.toString('base64') };
}

async function newKey(credo: CredoAgent): Promise<Kms.PublicJwk> {
  const { publicJwk } = await credo.kms.createKey({ type: { kty: 'EC', crv: 'P-256' } });
  return Kms.PublicJwk.fromPublicJwk(publicJwk);
}
