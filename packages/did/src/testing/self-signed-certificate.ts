import { generate } from 'selfsigned';

/** A certificate and its key in PEM. */
export interface TestCertificate {
  cert: string;
  key: string;
}

/** A self-signed certificate for host names. For tests only. */
export async function selfSignedCertificate(hosts: readonly string[]): Promise<TestCertificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Eslabon test' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: hosts.map((host) => ({ type: 2 as const, value: host })) },
    ],
  });
  return { cert, key };
}
