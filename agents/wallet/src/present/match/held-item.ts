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
import type { StoredCertificate, StoredCopy, StoredHeld } from '../../store/stored.js';
import { chooseCopy } from './choose-copy.js';

/** Something that may answer a request: as it is, and as DCQL looks at it. */
export type HeldItem = { id: string; token: string; asked: DcqlCredential } & (
  | { kind: 'certificate'; certificate: ParsedCredential; copy: StoredCopy | undefined }
  | { kind: 'delegation'; delegation: ParsedDelegation; statusList: string | undefined }
);

/** The copy that would be shown. All of an SD-JWT is looked at; what of it is shown is decided when something fits. */
export function certificateItem(row: Pick<StoredCertificate, 'id' | 'token' | 'copies'>): HeldItem {
  const copy = chooseCopy(row);
  const token = copy?.token ?? row.token;
  const certificate = readCertificate(token);
  const common = { kind: 'certificate', id: row.id, token, certificate, copy } as const;
  if (certificate.format !== 'dc+sd-jwt') return { ...common, asked: asW3c(token) };
  const { claims } = revealPayload(parseSdJwt(token));
  const asked = {
    ...{ credential_format: 'dc+sd-jwt', vct: aeoVct, cryptographic_holder_binding: true },
    claims: claims as never,
  } satisfies DcqlCredential;
  return { ...common, asked };
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
