import { delegationLimits, vcdm2Context } from '@eslabon/core';
import { z } from 'zod';
import { parsePresentedItem } from '../delegation/parse-presented-item.js';
import type { ParsedDelegation } from '../delegation/parsed-delegation.js';
import type { CompactJws } from '../jws/compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { parseEach } from '../secured/parse-credential-token.js';
import type { ParsedCredential, ParsedPresentation } from '../secured/parsed.js';
import { requireAgreement } from '../secured/require-agreement.js';
import { readCredentialItems, readPresentationClaims } from './presentation-claims.js';

const presentationSchema = z.strictObject({
  '@context': z.union([z.literal(vcdm2Context), z.tuple([z.literal(vcdm2Context)], z.url())]),
  id: z.string().min(1).max(2048).optional(),
  type: z.union([z.literal('VerifiablePresentation'), z.tuple([z.literal('VerifiablePresentation')])]),
  holder: z.string().startsWith('did:').max(2048),
  verifiableCredential: z.unknown(),
  delegationStatus: z.string().min(1).max(delegationLimits.statusList).optional(),
});

/**
 * Reads a VCDM 2.0 presentation secured as `vp+jwt` (VC-JOSE-COSE §3.2). Its credentials are enveloped, as
 * they were issued; the holder signs, and `iss`, where given, is the holder. A delegation is the only credential of its
 * presentation, which may carry the company's status list.
 * @throws EslabonError CREDENTIAL_*, DELEGATION_NOT_PRESENTED for a delegation beside anything else
 */
export function parseVpJwt({ header, payload, signingInput, signature }: CompactJws): ParsedPresentation {
  for (const name of ['vc', 'vp']) {
    if (Object.hasOwn(payload, name)) {
      throw malformed(`A vp+jwt must not have the claim ${name}: the payload itself is the presentation.`);
    }
  }
  if (header.cty !== undefined && header.cty !== 'vp') {
    throw malformed(`A vp+jwt has the content type vp, not “${header.cty.slice(0, 40)}”.`);
  }
  const { iss, jti, iat: _iat, nbf: _nbf, exp: _exp, aud: _aud, nonce: _nonce, ...members } = payload;
  const presentation = parseWith(presentationSchema, members, 'presentation');
  requireAgreement('iss', iss, 'holder', presentation.holder);
  requireAgreement('jti', jti, 'id', presentation.id);
  const items = readCredentialItems(presentation.verifiableCredential);
  return {
    kind: 'presentation',
    format: 'vp+jwt',
    algorithm: header.alg,
    kid: header.kid,
    holder: presentation.holder,
    ...presented(
      parseEach(items, (item) => parsePresentedItem(item, items.length === 1)),
      presentation.delegationStatus,
    ),
    ...readPresentationClaims(payload),
    signingInput,
    signature,
  };
}

function presented(
  items: readonly (ParsedCredential | ParsedDelegation)[],
  delegationStatus: string | undefined,
): Pick<ParsedPresentation, 'credentials' | 'delegation' | 'delegationStatus'> {
  const delegation = items.find((item) => item.kind === 'delegation');
  if (delegationStatus !== undefined && delegation?.status === undefined) {
    throw malformed(
      'The presentation has a status list (delegationStatus) without a delegation that names one.',
    );
  }
  return {
    credentials: items.map((item) => (item.kind === 'delegation' ? item.certificate : item)),
    ...(delegation !== undefined && { delegation }),
    ...(delegationStatus !== undefined && { delegationStatus }),
  };
}
