import { EslabonError } from '@eslabon/core';
import {
  type PublicKey,
  parseCompactJws,
  parseDidJwk,
  type StatusListToken,
  verifyDelegationStatusList,
} from '@eslabon/credentials';
import { nativeVerifySignature } from '@eslabon/credentials/native';
import { holderAlgorithms, jwkThumbprint } from '@eslabon/exchange';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { Issuance } from '../issuance/create-issuance.js';
import { issuanceGrantTable } from '../issuance/issuance-tables.js';
import { unixSeconds } from '../platform/clock.js';
import { companyListTable } from './company-list-table.js';
import { companyListUri } from './company-list-uri.js';

/** Bytes that a list may inflate to: four bits for each of the 131,072 delegations that there can be. */
const maxListBytes = 64 * 1024;

/**
 * Seconds that the clock of a company may be ahead, as verifiers allow it: a delegation that they take must be one that
 * its company can withdraw.
 */
const clockSkew = 300;

type Context = Pick<Issuance, 'issuer' | 'database' | 'clock'>;

/**
 * Publishes the status list by which a company withdraws delegations. The company alone says what is in it; this agent
 * only sees that the key is one that it issued a certificate to, and that nobody takes a newer list back.
 * @param token compact JWT (Token Status List §5.1), whose kid is the company's did:jwk
 * @returns where it is published
 * @throws EslabonError COMPANY_LIST_REFUSED, COMPANY_LIST_OLDER
 */
export async function publishCompanyList(
  { issuer, database, clock }: Context,
  token: string,
): Promise<{ uri: string }> {
  const now = clock();
  const { key, list } = openList(token, issuer, unixSeconds(now));
  if (list.list.bytes.length > maxListBytes) throw refused(`It inflates to more than ${maxListBytes} bytes.`);
  const holderKey = jwkThumbprint(key);
  const uri = companyListUri(issuer, holderKey);
  await database.transaction(async (manager) => {
    await demandHolder(manager, holderKey);
    const before = await manager.findOneBy(companyListTable, { holderKey });
    // Sent twice, because an answer was lost.
    if (before?.token === token) return;
    if (before !== null && before.issuedAt >= list.issuedAt) {
      throw new EslabonError(
        'COMPANY_LIST_OLDER',
        `The status list was made at ${list.issuedAt}, the one that is published at ${before.issuedAt} (iat).`,
        { hints: [`Take what is published at ${uri}, and sign a list with a later iat.`] },
      );
    }
    const row = { holderKey, token, issuedAt: list.issuedAt, receivedAt: now.toISOString() };
    await manager.upsert(companyListTable, row, ['holderKey']);
  });
  return { uri };
}

/** As verifiers read it (`verifyDelegationStatusList`): what none of them would believe is not published. */
function openList(token: string, issuer: string, now: number): { key: PublicKey; list: StatusListToken } {
  try {
    const { kid = '' } = parseCompactJws(token, { algorithms: holderAlgorithms }).header;
    const company = kid.replace(/#0$/, '');
    const key = parseDidJwk(company);
    const list = verifyDelegationStatusList(token, {
      ...{ company, statusListUri: companyListUri(issuer, jwkThumbprint(key)), at: now },
      ...{ skewSeconds: clockSkew, verify: nativeVerifySignature },
    });
    return { key, list };
  } catch (cause) {
    if (cause instanceof EslabonError) throw refused(cause.message, cause);
    throw cause;
  }
}

/** @throws EslabonError COMPANY_LIST_REFUSED */
async function demandHolder(manager: EntityManager, holderKey: string): Promise<void> {
  if (await manager.existsBy(issuanceGrantTable, { holderKey, credentialId: Not(IsNull()) })) return;
  throw refused('Its key holds no certificate that this agent issued.');
}

function refused(why: string, cause?: EslabonError): EslabonError {
  return new EslabonError('COMPANY_LIST_REFUSED', `The status list of the company is refused. ${why}`, {
    hints: ['It is a statuslist+jwt signed by the key of the certificate, for the address under that key.'],
    ...(cause && { cause }),
  });
}
