import { vcdm2Context } from '@eslabon/core';
import { isRecord } from '../../json/is-record.js';
import { malformed } from '../../secured/credential-errors.js';
import { requireAgreement } from '../../secured/require-agreement.js';
import type { Content } from '../content.js';
import { credentialMembers, requireKnownMembers, requireVcdm2 } from './members.js';
import { partyId } from './party.js';

/**
 * A credential of VCDM 2.0, which is the payload itself (VC-JOSE-COSE §3.1). Registered claims may repeat what it
 * says, never change it. The rest of the data model is for whoever knows its contexts.
 */
export const credential: Content = {
  kind: 'credential',
  check: (claims, { additionalMembers }) => {
    requireKnownMembers(claims, credentialMembers, additionalMembers);
    requireVcdm2(claims, vcdm2Context, 'VerifiableCredential');
    const controller = partyId(claims.issuer, 'issuer');
    const subject = claims.credentialSubject;
    if (!isRecord(subject) && !(Array.isArray(subject) && subject.length > 0 && subject.every(isRecord))) {
      throw malformed('The credential says nothing about anyone (credentialSubject).');
    }
    requireAgreement('iss', claims.iss, 'issuer', controller);
    requireAgreement('jti', claims.jti, 'id', claims.id);
    requireAgreement('sub', claims.sub, 'credentialSubject.id', isRecord(subject) ? subject.id : undefined);
    return { controller };
  },
};
