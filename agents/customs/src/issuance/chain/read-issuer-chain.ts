import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { EslabonError } from '@eslabon/core';
import { publicKeyToJwk } from '@eslabon/credentials';
import { publicKeyOf } from '../../platform/keys/public-key-of.js';
import type { SigningKey } from '../../platform/keys/signing-key.js';

/** Certificates of the key that signs SD-JWT VCs, as they are sent. */
export interface IssuerCertificates {
  /** Base64 of DER, the leaf first, without a root (RFC 7515 §4.1.6, HAIP 1.0 §6.1.1). */
  x5c: readonly string[];
  /** When the first of them expires, in milliseconds. */
  expiresAt: number;
}

const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Every copy of a certificate carries them, and a reader takes 64 KiB in all: three certificates have about 2 KiB. */
const maxBytes = 8192;

/**
 * Reads the certificates of the key that signs SD-JWT VCs and holds them to what HAIP 1.0 §6.1.1 wants: the leaf is of
 * that key and another vouches for it, each is issued by the next, a root at the end is not sent along. None that is
 * sent has expired. Whether anybody trusts the root is for readers to know.
 * @param text PEM: the leaf, intermediate ones, at will the root
 * @param key the key that signs
 * @throws EslabonError CONFIG_INVALID with what to do about it
 */
export function readIssuerChain(
  text: string,
  key: Pick<SigningKey, 'type' | 'publicKey'>,
  now: Date,
): IssuerCertificates {
  const chain = parse(text);
  const [leaf] = chain;
  if (leaf === undefined)
    throw unusable('there is no certificate in the file', 'It has to be PEM, the leaf first.');
  if (!leaf.publicKey.equals(keyObjectOf(key))) {
    throw unusable(
      `the first certificate (${nameOf(leaf)}) is not of the key that signs SD-JWT VCs`,
      'Have one issued for the request that --request-certificate prints, and put it before the others.',
    );
  }
  if (isSelfSigned(leaf)) {
    throw unusable(
      'the first certificate is signed by itself',
      'Have it issued by a certification authority.',
    );
  }
  requireOrder(chain);
  const sent = chain.filter((certificate) => !isSelfSigned(certificate));
  const late = sent.find(({ validFromDate, validToDate }) => validFromDate > now || validToDate <= now);
  if (late !== undefined) {
    const { validFrom, validTo } = late;
    throw unusable(
      `the certificate of ${nameOf(late)} is not valid now but ${validFrom} to ${validTo}`,
      'Have it renewed, or leave issuance.x509 out until it is valid.',
    );
  }
  const bytes = sent.reduce((sum, { raw }) => sum + raw.length, 0);
  if (bytes > maxBytes) {
    throw unusable(
      `the certificates have ${bytes} bytes`,
      `At most ${maxBytes} go into every copy of a certificate.`,
    );
  }
  return {
    x5c: sent.map(({ raw }) => raw.toString('base64')),
    expiresAt: Math.min(...sent.map(({ validToDate }) => validToDate.getTime())),
  };
}

function parse(text: string): X509Certificate[] {
  try {
    return (text.match(pem) ?? []).map((one) => new X509Certificate(one));
  } catch (cause) {
    throw unusable('a certificate in the file cannot be read', 'It has to be PEM, the leaf first.', cause);
  }
}

function requireOrder(chain: readonly X509Certificate[]): void {
  for (const [at, issuer] of chain.slice(1).entries()) {
    const issued = chain[at] as X509Certificate;
    if (issuer.ca && issued.checkIssued(issuer) && issued.verify(issuer.publicKey)) continue;
    throw unusable(
      `the certificate of ${nameOf(issued)} is not issued by the one after it (${nameOf(issuer)})`,
      'Put the leaf first, and after each certificate the one of the authority that issued it.',
    );
  }
}

function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.verify(certificate.publicKey);
}

function keyObjectOf(key: Pick<SigningKey, 'type' | 'publicKey'>): KeyObject {
  return createPublicKey({ key: { ...publicKeyToJwk(publicKeyOf(key)) }, format: 'jwk' });
}

function nameOf({ subject }: X509Certificate): string {
  return (subject ?? '').replaceAll('\n', ', ').slice(0, 200) || 'no name';
}

/** @param cause what the system said */
export function unusable(why: string, todo: string, cause?: unknown): EslabonError {
  return new EslabonError('CONFIG_INVALID', `issuance.x509.certificateFile: ${why}.`, {
    hints: [todo, 'docs/operations.md, “A certificate for the key”, says what the file has to be.'],
    ...(cause !== undefined && { cause }),
  });
}
