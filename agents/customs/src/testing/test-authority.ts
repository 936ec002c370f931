import { type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PublicKey,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const { subtle } = webcrypto;
const day = 86_400_000;

export interface IssueOptions {
  name?: string;
  from?: Date;
  until?: Date;
  /** Besides who issued it and for what. */
  extensions?: Extension[];
}

/** A certification authority, whose certificates another implementation makes. */
export interface TestAuthority {
  /** PEM. */
  certificate: string;
  /** A certificate for a key, as PEM. */
  issue(publicKey: KeyObject, options?: IssueOptions): Promise<string>;
  /** An authority under this one. */
  found(name: string, options?: IssueOptions & { ca?: boolean }): Promise<TestAuthority>;
}

interface Parent {
  subject: string;
  keys: webcrypto.CryptoKeyPair;
}

/** A root, with a certificate that it signs itself; good for ten years. */
export async function createTestAuthority(name = 'Test root'): Promise<TestAuthority> {
  const keys = await newKeys();
  return authorityOf({ subject: `CN=${name}`, keys }, { subject: `CN=${name}`, keys }, {});
}

async function authorityOf(
  own: Parent,
  parent: Parent,
  { ca = true, ...options }: IssueOptions & { ca?: boolean },
): Promise<TestAuthority> {
  const purpose = ca ? [new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true)] : [];
  const made = await certify(parent, own.subject, own.keys.publicKey, {
    until: new Date(Date.now() + 3650 * day),
    ...options,
    extensions: [new BasicConstraintsExtension(ca, undefined, true), ...purpose],
  });
  return {
    certificate: made.toString('pem'),
    async issue(publicKey, { name = 'Test leaf', ...rest } = {}) {
      const key = new PublicKey(publicKey.export({ type: 'spki', format: 'der' }));
      const extensions = [
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        ...(rest.extensions ?? []),
      ];
      return (await certify(own, `CN=${name}`, key, { ...rest, extensions })).toString('pem');
    },
    found: async (name, more = {}) =>
      authorityOf({ subject: `CN=${name}`, keys: await newKeys() }, own, more),
  };
}

async function certify(
  { subject: issuer, keys }: Parent,
  subject: string,
  publicKey: webcrypto.CryptoKey | PublicKey,
  {
    from = new Date(Date.now() - day),
    until = new Date(Date.now() + 365 * day),
    extensions = [],
  }: IssueOptions,
): Promise<X509Certificate> {
  return X509CertificateGenerator.create(
    {
      serialNumber: randomBytes(8).toString('hex'),
      ...{ issuer, subject, notBefore: from, notAfter: until },
      ...{ publicKey, signingKey: keys.privateKey, signingAlgorithm: algorithm },
      extensions: [
        ...extensions,
        await AuthorityKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await SubjectKeyIdentifierExtension.create(publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return (await subtle.generateKey(algorithm, false, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}
