import type { CryptosuiteName } from '@eslabon/data-integrity';

/** Types of keys that profiles have of their own, named as the agent's key store names them. */
export type ProfileKeyType = 'Ed25519' | 'Secp256r1' | 'Secp384r1';

/** How a profile secures, and under which DID: a did:key of its own, or the authority's own DID. */
export type IssuerProfile =
  | { securing: 'data-integrity'; suite: CryptosuiteName; issuer: 'did:key'; keyType: ProfileKeyType }
  | { securing: 'data-integrity'; suite: CryptosuiteName; issuer: 'authority'; status: 'bitstring' }
  | { securing: 'vc+jwt'; issuer: 'authority' };

const ofKey = (suite: CryptosuiteName, keyType: ProfileKeyType): IssuerProfile => ({
  securing: 'data-integrity',
  suite,
  issuer: 'did:key',
  keyType,
});

/** Every profile that an agent may issue under. Which ones it does is for its configuration to say. */
export const issuerProfiles = {
  'eddsa-rdfc-2022': ofKey('eddsa-rdfc-2022', 'Ed25519'),
  'eddsa-jcs-2022': ofKey('eddsa-jcs-2022', 'Ed25519'),
  'ecdsa-rdfc-2019-p256': ofKey('ecdsa-rdfc-2019', 'Secp256r1'),
  'ecdsa-rdfc-2019-p384': ofKey('ecdsa-rdfc-2019', 'Secp384r1'),
  'ecdsa-jcs-2019-p256': ofKey('ecdsa-jcs-2019', 'Secp256r1'),
  'ecdsa-jcs-2019-p384': ofKey('ecdsa-jcs-2019', 'Secp384r1'),
  'ecdsa-sd-2023': ofKey('ecdsa-sd-2023', 'Secp256r1'),
  'vc-jwt': { securing: 'vc+jwt', issuer: 'authority' },
  'bitstring-status-list': {
    securing: 'data-integrity',
    suite: 'eddsa-rdfc-2022',
    issuer: 'authority',
    status: 'bitstring',
  },
} as const satisfies Record<string, IssuerProfile>;

export type IssuerProfileName = keyof typeof issuerProfiles;

export const issuerProfileNames = Object.keys(issuerProfiles) as [IssuerProfileName, ...IssuerProfileName[]];

/** The name of a profile, or `undefined` for any other text. */
export function toProfileName(text: string): IssuerProfileName | undefined {
  return issuerProfileNames.find((name) => name === text);
}
