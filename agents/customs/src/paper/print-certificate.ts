import { randomUUID } from 'node:crypto';
import type { Certificate } from '@eslabon/core';
import { paperCode, renderPaper } from '@eslabon/paper';
import { catalogues } from '@eslabon/verifier';
import type { AgentParts } from '../agent-parts.js';
import { buildCredential } from '../certificates/build-credential.js';
import { historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { authoritySigner } from '../issuers/open-issuers.js';
import { unixSeconds } from '../platform/clock.js';
import type { Caller } from '../platform/http/caller.js';
import type { FileAnswer } from '../platform/http/handler.js';
import { printingKey } from './demand-fit.js';
import { demandPrintable } from './demand-printable.js';

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys' | 'clock'>;

/**
 * A certificate as a page of paper, signed for this printing: with an identifier of its own, so that copies can be told
 * apart, and the status entry of the certificate, so that whatever is decided about that counts for every sheet.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE unless it is issued and not revoked, PAPER_TOO_LARGE of a
 *   certificate from before that was looked at
 */
export async function printCertificate(
  parts: Parts,
  id: string,
  language: 'es' | 'pt',
  caller: Caller,
): Promise<FileAnswer> {
  const { database, clock } = parts;
  const row = await findCertificate(database.read, id);
  demandPrintable(row);
  const date = clock();
  const entry = { list: row.list as number, index: row.index as number };
  const credential = credentialOf(parts, row.content, entry);
  const { algorithm, verificationMethod: kid, sign } = authoritySigner(parts, printingKey);
  const code = await paperCode({ credential, kid, algorithm, issuedAt: unixSeconds(date), sign });
  const bytes = await renderPaper({ credential, code, language, terms: catalogues, date });
  await database.transaction(async (manager) => {
    // A revocation while the page was drawn comes first.
    demandPrintable(await findCertificate(manager, id));
    await manager.insert(historyTable, {
      ...{ certificateId: id, at: date.toISOString(), actor: caller.name, event: 'PRINTED' },
      data: { language, credentialId: credential.id },
    });
  });
  const name = row.certificateNumber.replaceAll(/[^\w.-]+/g, '_');
  return { bytes, mediaType: 'application/pdf', fileName: `${name}.pdf` };
}

function credentialOf(
  { config, keys }: Parts,
  certificate: Certificate,
  entry: { list: number; index: number },
) {
  const issuer = { did: keys.did, name: config.name, country: config.country, utcOffset: config.utcOffset };
  const { chainId, contracts } = config.deployment;
  const status = { chainId, contract: contracts.statusRegistry.address, ...entry };
  return buildCredential(issuer, `urn:uuid:${randomUUID()}`, certificate, status);
}
