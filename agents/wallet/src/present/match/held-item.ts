import {
  aeoVct,
  type ParsedCredential,
  type ParsedDelegation,
  parseCompactJws,
  parseDelegation,
  parseSdJwt,
  revealPayload,
} from '@eslabon/credentials';
import type { DcqlCredential } from 'dcql';
import { readCertificate } from '../../receive/check-received.js';
import type { StoredCertificate, StoredHeld } from '../../store/stored.js';

/** Something that may answer a request: as it is, and as DCQL looks at it. */
export type HeldItem = { id: string; token: string; asked: DcqlCredential } & (
  | { kind: 'certificate'; certificate: ParsedCredential }
  | { kind: 'delegation'; delegation: ParsedDelegation; statusList: string | undefined }
);

/** All of an SD-JWT is looked at; what of it is shown is decided when something fits. */
export function certificateItem({ id, token }: Pick<StoredCertificate, 'id' | 'token'>): HeldItem {
  const certificate = readCertificate(token);
  if (certificate.format !== 'dc+sd-jwt')
    return { kind: 'certificate', id, token, certificate, asked: asW3c(token) };
  const { claims } = revealPayload(parseSdJwt(token));
  const asked = {
    ...{ credential_format: 'dc+sd-jwt', vct: aeoVct, cryptographic_holder_binding: true },
    claims: claims as never,
  } satisfies DcqlCredential;
  return { kind: 'certificate', id, token, certificate, asked };
}

export function delegationItem({ id, token, statusList }: StoredHeld): HeldItem {
  return {
    kind: 'delegation',
    id,
    token,
    delegation: parseDelegation(token),
    statusList,
    asked: asW3c(token, 98_304),
  };
}

function asW3c(token: string, maxBytes = 65_536): DcqlCredential {
  const { payload } = parseCompactJws(token, { maxBytes });
  return {
    ...{ credential_format: 'jwt_vc_json', cryptographic_holder_binding: true },
    ...{ type: [payload.type].flat() as string[], claims: payload as never },
  };
}
