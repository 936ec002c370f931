import { delegationContext, vcdm2Context } from '@eslabon/core';
import type { Sign } from '../crypto/sign.js';
import { parseDidJwk } from '../did-jwk/parse-did-jwk.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { parseDelegation } from './parse-delegation.js';
import { readStapledStatus } from './read-stapled-status.js';

export interface CreateDelegatedPresentationOptions {
  /** The delegation, as the company signed it. */
  delegation: string;
  /** The company's newest status list (`statuslist+jwt`), where the delegation has a status: without, it cannot be checked. */
  delegationStatus?: string | undefined;
  /** The one verifier it is for, as that verifier names itself. */
  audience: string;
  /** The verifier's challenge. */
  nonce: string;
  /** Unix seconds. */
  issuedAt: number;
  expiresAt?: number | undefined;
  /** Signs with the delegate's key. */
  sign: Sign;
}

/**
 * Presents a company's certificate in its place, to one verifier: a `vp+jwt` (VCDM 2.0, VC-JOSE-COSE §3.2) by the
 * delegate, with the delegation as its one credential and the company's status list stapled to it.
 * @throws EslabonError CREDENTIAL_*, STATUS_LIST_* when the verifier could not read it; CREDENTIAL_SIGNATURE
 */
export async function createDelegatedPresentation(
  options: CreateDelegatedPresentationOptions,
): Promise<string> {
  const { delegation: token, delegationStatus, audience, nonce, issuedAt, expiresAt, sign } = options;
  const delegation = parseDelegation(token);
  if (delegationStatus !== undefined) readStapledStatus(delegation, delegationStatus);
  const { delegate } = delegation;
  return signCompactJws(
    { alg: parseDidJwk(delegate).algorithm, kid: `${delegate}#0`, typ: 'vp+jwt', cty: 'vp' },
    {
      '@context': [vcdm2Context, delegationContext],
      type: ['VerifiablePresentation'],
      holder: delegate,
      verifiableCredential: [
        {
          '@context': vcdm2Context,
          id: `data:application/vc+jwt,${token}`,
          type: 'EnvelopedVerifiableCredential',
        },
      ],
      ...(delegationStatus !== undefined && { delegationStatus }),
      iss: delegate,
      aud: audience,
      nonce,
      iat: issuedAt,
      ...(expiresAt !== undefined && { exp: expiresAt }),
    },
    sign,
  );
}
