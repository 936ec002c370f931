import { aeoCredentialSchema, EslabonError } from '@eslabon/core';
import { parseCompactJws } from '@eslabon/credentials';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import type { FileAnswer } from '../platform/http/handler.js';
import { type CredentialRow, credentialTable } from './certificate-table.js';
import { findCertificate } from './find-certificate.js';

const mediaTypes = { 'vc+jwt': 'application/vc+jwt', 'vc1-jwt': 'application/jwt' } as const;

/**
 * The signed credential of a certificate. The VCDM 1.1 form for stock Veramo partners is signed when it is first asked
 * for, and kept.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE when it is not issued.
 */
export async function getCredential(
  parts: Pick<AgentParts, 'database' | 'kernel' | 'clock'>,
  id: string,
  format: CredentialRow['format'],
): Promise<FileAnswer> {
  const row = await findCertificate(parts.database.read, id);
  if (row.state !== 'issued') {
    throw new EslabonError(
      'CERTIFICATE_STATE',
      `The certificate ${row.certificateNumber} is ${row.state}, not issued.`,
    );
  }
  const kept = await parts.database.read.findOneBy(credentialTable, { certificateId: id, format });
  const token = kept?.token ?? (await signOlderForm(parts, id));
  return { bytes: Buffer.from(token), mediaType: mediaTypes[format] };
}

async function signOlderForm(
  { database, kernel, clock }: Pick<AgentParts, 'database' | 'kernel' | 'clock'>,
  certificateId: string,
): Promise<string> {
  const { token } = await database.read.findOneByOrFail(credentialTable, { certificateId, format: 'vc+jwt' });
  const { iss: _iss, iat: _iat, ...claims } = parseCompactJws(token).payload;
  const now = clock();
  const older = await kernel.aeoCreateVc11Jwt({
    credential: aeoCredentialSchema.parse(claims),
    issuedAt: unixSeconds(now),
  });
  await database.transaction((manager) =>
    manager
      .createQueryBuilder()
      .insert()
      .into(credentialTable)
      .values({ certificateId, format: 'vc1-jwt', token: older, signedAt: now.toISOString() })
      .orIgnore()
      .execute(),
  );
  return (await database.read.findOneByOrFail(credentialTable, { certificateId, format: 'vc1-jwt' })).token;
}
