import type { DelegationStatusEntry, PurposeKind } from '@eslabon/core';
import {
  delegateType,
  delegationContext,
  delegationSchema,
  delegationStatusEntryType,
  delegationType,
  vcdm2Context,
} from '@eslabon/core';
import type { Sign } from '../crypto/sign.js';
import { parseDidJwk } from '../did-jwk/parse-did-jwk.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { instantOf, readNumericDate } from '../secured/numeric-date.js';
import { envelopeCertificate, parseEnvelopedCertificate } from './enveloped-certificate.js';
import { isHeldBy } from './is-held-by.js';

export interface CreateDelegationOptions {
  /** `urn:uuid:…`, fresh for each. */
  id: string;
  /** did:jwk of the company: the holder that its certificate names. */
  company: string;
  /** did:jwk of the driver's or broker's wallet. */
  delegate: string;
  /** The company's certificate: a `vc+jwt`, or a `dc+sd-jwt` without key binding and with what the company discloses. */
  certificate: string;
  purposes: readonly PurposeKind[];
  /** 1 to 20 declarations or consignments that it is for; any when absent. */
  references?: readonly string[] | undefined;
  /** Unix seconds, at most 31 days apart. */
  validFrom: number;
  validUntil: number;
  /** Where the company says whether it has withdrawn it. Without, only its end revokes it. */
  status?: Omit<DelegationStatusEntry, 'type'> | undefined;
  /** When it is signed, Unix seconds. */
  issuedAt: number;
  /** Signs with the company's key. */
  sign: Sign;
}

/**
 * Lets someone else's key present a company's certificate, for stated purposes and a short time: a VCDM 2.0 credential
 * by the company, secured as `vc+jwt`. What a verifier would refuse is refused here, before it is signed.
 * @returns the token, which the delegate's wallet keeps.
 * @throws EslabonError CREDENTIAL_*; CREDENTIAL_MALFORMED when the certificate is not the company's; DID_INVALID and
 *   KEY_UNSUPPORTED for a did:jwk that could prove nothing; CREDENTIAL_SIGNATURE
 */
export async function createDelegation(options: CreateDelegationOptions): Promise<string> {
  const { company, delegate, certificate, purposes, references, status, issuedAt, sign } = options;
  const { algorithm } = parseDidJwk(company);
  parseDidJwk(delegate);
  const delegation = parseWith(
    delegationSchema,
    {
      '@context': [vcdm2Context, delegationContext],
      id: options.id,
      type: ['VerifiableCredential', delegationType],
      issuer: company,
      validFrom: instant(options, 'validFrom'),
      validUntil: instant(options, 'validUntil'),
      credentialSubject: {
        id: delegate,
        type: delegateType,
        purposes,
        ...(references !== undefined && { references }),
        certificate: envelopeCertificate(certificate),
      },
      ...(status !== undefined && { credentialStatus: { type: delegationStatusEntryType, ...status } }),
    },
    'delegation',
  );
  if (!isHeldBy(parseEnvelopedCertificate(delegation.credentialSubject.certificate), company)) {
    throw malformed(`The certificate is not of ${company.slice(0, 120)}, who cannot delegate it.`);
  }
  return signCompactJws(
    { alg: algorithm, kid: `${company}#0`, typ: 'vc+jwt', cty: 'vc' },
    { ...delegation, iss: company, iat: issuedAt },
    sign,
  );
}

function instant(options: CreateDelegationOptions, name: 'validFrom' | 'validUntil'): string {
  return instantOf(readNumericDate({ [name]: options[name] }, name) as number);
}
