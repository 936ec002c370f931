import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kms } from '@credo-ts/core';
import type { CredoAgent } from './credo-agent.js';

export interface CertificateFiles {
  certificateFile: string;
  keyFile: string;
  /** Base64 of DER. */
  root: string;
}

/**
 * The files of an authority that names itself by a certificate for a host, under a root of its own. Credo writes the
 * certificates.
 */
export async function writeCertificate(
  credo: CredoAgent,
  host: string,
  folder: string,
): Promise<CertificateFiles> {
  const hour = 3_600_000;
  const validity = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + hour) };
  const authority = await credo.kms.createKey({ type: { kty: 'EC', crv: 'P-256' } });
  const authorityKey = Kms.PublicJwk.fromPublicJwk(authority.publicJwk);
  const issuer = { commonName: 'Test root' };
  const identifiers = { subjectKeyIdentifier: { include: true }, authorityKeyIdentifier: { include: true } };
  const root = await credo.x509.createCertificate({
    ...{ authorityKey, issuer, validity },
    extensions: { ...identifiers, basicConstraints: { ca: true } },
  });
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = await credo.x509.createCertificate({
    ...{ authorityKey, issuer, validity, subject: { commonName: host } },
    subjectPublicKey: Kms.PublicJwk.fromUnknown(publicKey.export({ format: 'jwk' })),
    extensions: { ...identifiers, subjectAlternativeName: { name: [{ type: 'dns', value: host }] } },
  });
  const files = { certificateFile: join(folder, 'leaf.pem'), keyFile: join(folder, 'leaf.key') };
  writeFileSync(files.certificateFile, leaf.toString('pem'));
  writeFileSync(files.keyFile, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return { ...files, root: root.toString('base64') };
}
