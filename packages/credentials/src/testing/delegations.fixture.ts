import { randomBytes } from 'node:crypto';
import { createDelegation } from '../delegation/create-delegation.js';
import { createDelegationStatusList } from '../delegation/create-delegation-status-list.js';
import { formatDidJwk } from '../did-jwk/format-did-jwk.js';
import { createSdJwt } from '../sd-jwt/create-sd-jwt.js';
import { presentSdJwt } from '../sd-jwt/present-sd-jwt.js';
import { sdJwtVcFromCredential } from '../sd-jwt-vc/aeo/sd-jwt-vc-from-credential.js';
import { createVcJwt } from '../vc-jwt/create-vc-jwt.js';
import { issuedAt as certifiedAt, credential } from './credential.fixture.js';
import { testKey } from './keys.fixture.js';
import { kid } from './tokens.fixture.js';

const authority = testKey('ES256');

/** A company and its driver, each with a wallet. */
export const company = testKey('ES256');
export const companyDid = formatDidJwk(company.publicKey);
export const driver = testKey('ES256');
export const driverDid = formatDidJwk(driver.publicKey);

/** When the delegations of tests are signed, Unix seconds; they are for a day. */
export const now = Date.UTC(2026, 5, 1, 12) / 1000;
export const day = 86_400;
export const statusListUri = 'https://agent.example/v1/wallet/status-lists/company';
export const status = { statusListUri, index: 7, maxAge: 3_600 };

const certificateOf = (subject: string | undefined) => {
  const certificate = credential();
  if (subject !== undefined) certificate.credentialSubject.id = subject;
  return certificate;
};

/** The company's certificate as `vc+jwt`. */
export const certificateJwt = (subject: string | undefined = companyDid): Promise<string> =>
  createVcJwt({
    credential: certificateOf(subject),
    ...{ kid, algorithm: authority.algorithm, issuedAt: certifiedAt, sign: authority.sign },
  });

/** The company's certificate as `dc+sd-jwt`, without its address, with other claims where a test wants them. */
export async function certificateSdJwt(change: Record<string, unknown> = {}): Promise<string> {
  const { claims, disclosable } = sdJwtVcFromCredential(certificateOf(companyDid));
  const sdJwt = await createSdJwt({
    header: { alg: authority.algorithm, kid, typ: 'dc+sd-jwt' },
    payload: JSON.parse(JSON.stringify({ ...claims, iat: certifiedAt, ...change })),
    disclosable,
    random: (length) => randomBytes(length),
    sign: authority.sign,
  });
  return presentSdJwt({ sdJwt, reveal: [] });
}

export const options = {
  id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0003',
  company: companyDid,
  delegate: driverDid,
  purposes: ['declaration', 'consignment'],
  references: ['26-0001', '26-0002'],
  validFrom: now,
  validUntil: now + day,
  status,
  issuedAt: now,
  sign: company.sign,
} as const;

/** A delegation by the company to its driver, otherwise where a test wants it. */
export const delegation = async (
  change: Partial<Parameters<typeof createDelegation>[0]> = {},
): Promise<string> => createDelegation({ ...options, certificate: await certificateJwt(), ...change });

/** The company's status list of now. */
export const statusList = (
  change: Partial<Parameters<typeof createDelegationStatusList>[0]> = {},
): Promise<string> =>
  createDelegationStatusList({
    ...{ company: companyDid, statusListUri, withdrawn: [], issuedAt: now, sign: company.sign },
    ...change,
  });
