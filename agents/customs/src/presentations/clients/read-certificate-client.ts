import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EslabonError } from '@eslabon/core';
import type { RequestSigner } from '@eslabon/exchange';

export interface X509Files {
  certificateFile: string;
  keyFile: string;
}

const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The two ways in which a certificate names a client: by a DNS name in it, or by its SHA-256 hash, as HAIP 1.0 §5 has it. */
export type CertificatePrefix = 'x509_san_dns' | 'x509_hash';

/**
 * A client that is named by a certificate and signs with its key (OpenID4VP 1.0 §5.9.3): the first certificate of the
 * file is the leaf, and names the host exactly, as wallets compare it. A root at the end of the file is not sent along:
 * whoever trusts it has it (HAIP 1.0 §5).
 * @param host the host of the response URI, which wallets compare with the name
 * @throws EslabonError CONFIG_INVALID
 */
export function readCertificateClient(
  files: X509Files,
  { prefix, host, now }: { prefix: CertificatePrefix; host: string; now: Date },
): RequestSigner {
  const { certificateFile, keyFile } = files;
  const chain = parse('certificateFile', certificateFile, (text) =>
    (text.match(pem) ?? []).map((one) => new X509Certificate(one)),
  );
  const key = parse('keyFile', keyFile, (text) => createPrivateKey(text));
  const [leaf] = chain;
  if (leaf === undefined)
    throw unusable('certificateFile', `there is no certificate in “${certificateFile}”`);
  if (!dnsNamesOf(leaf).includes(host)) {
    throw unusable('certificateFile', `the certificate does not name ${host} (subjectAltName)`);
  }
  if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw unusable('keyFile', 'the key is not one of P-256');
  }
  if (!leaf.checkPrivateKey(key)) throw unusable('keyFile', 'the key is not the one of the certificate');
  if (leaf.validToDate < now || leaf.validFromDate > now) {
    throw unusable(
      'certificateFile',
      `the certificate is not valid now but ${leaf.validFrom} to ${leaf.validTo}`,
    );
  }
  const name = prefix === 'x509_san_dns' ? host : createHash('sha256').update(leaf.raw).digest('base64url');
  const sent = chain.filter((certificate, at) => at === 0 || !certificate.checkIssued(certificate));
  return {
    clientId: `${prefix}:${name}`,
    x5c: sent.map(({ raw }) => raw.toString('base64')),
    algorithm: 'ES256',
    sign: (data) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }),
  };
}

function dnsNamesOf({ subjectAltName = '' }: X509Certificate): string[] {
  return subjectAltName.split(', ').flatMap((name) => (name.startsWith('DNS:') ? [name.slice(4)] : []));
}

function parse<T>(member: keyof X509Files, file: string, read: (text: string) => T): T {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw unusable(member, `“${file}” cannot be read as PEM`, cause);
  }
}

function unusable(member: keyof X509Files, why: string, cause?: unknown): EslabonError {
  return new EslabonError('CONFIG_INVALID', `presentations.x509.${member}: ${why}.`, {
    hints: ['docs/presentations.md says what the certificate has to be.'],
    ...(cause !== undefined && { cause }),
  });
}
