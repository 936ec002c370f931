import { vcdm2Context } from '@eslabon/core';

type Members = Record<string, unknown>;

export const issuer = 'https://issuer.example/vc';
export const holder = 'did:example:holder';

/** A credential that says something of someone; `undefined` in the changes leaves a member out. */
export function anyCredential(changes: Members = {}): Members {
  return present({
    '@context': [vcdm2Context, 'https://www.w3.org/ns/credentials/examples/v2'],
    id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0002',
    type: ['VerifiableCredential', 'ExampleCredential'],
    issuer,
    validFrom: '2026-01-10T00:00:00Z',
    credentialSubject: {
      id: 'did:example:subject',
      name: 'José Ñandú',
      address: { street: 'Calle 1', city: 'Callao' },
      phones: [{ number: '1' }, { number: '2' }],
    },
    ...changes,
  });
}

/** A credential in its envelope. */
export function enveloped(token: string, changes: Members = {}): Members {
  return present({
    '@context': vcdm2Context,
    id: token.startsWith('data:') ? token : `data:application/vc+jwt,${token}`,
    type: 'EnvelopedVerifiableCredential',
    ...changes,
  });
}

/** A presentation of enveloped credentials. */
export function anyPresentation(changes: Members = {}): Members {
  return present({
    '@context': [vcdm2Context],
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: [enveloped('e30.e30.AAAA')],
    ...changes,
  });
}

function present(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
