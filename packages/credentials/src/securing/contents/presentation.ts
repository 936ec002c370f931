import { vcdm2Context } from '@eslabon/core';
import { requireAgreement } from '../../secured/require-agreement.js';
import type { Content } from '../content.js';
import { envelopedCredentials } from './enveloped-credentials.js';
import { presentationMembers, requireKnownMembers, requireVcdm2 } from './members.js';
import { partyId } from './party.js';

/** A presentation of VCDM 2.0, which is the payload itself (VC-JOSE-COSE §3.1.2), with enveloped credentials only. */
export const presentation: Content = {
  kind: 'presentation',
  check: (claims, { additionalMembers }) => {
    requireKnownMembers(claims, presentationMembers, additionalMembers);
    requireVcdm2(claims, vcdm2Context, 'VerifiablePresentation');
    const holder = claims.holder === undefined ? undefined : partyId(claims.holder, 'holder');
    const issuer = claims.iss === undefined ? undefined : partyId(claims.iss, 'holder');
    if (holder !== undefined) requireAgreement('iss', issuer, 'holder', holder);
    requireAgreement('jti', claims.jti, 'id', claims.id);
    const controller = holder ?? issuer;
    return {
      ...(controller !== undefined && { controller }),
      envelopes: envelopedCredentials(claims.verifiableCredential),
    };
  },
};
