import { type Certificate, operatorRoles } from '@eslabon/core';
import { type PrintingKey, requireFit } from '@eslabon/paper';
import type { AgentParts } from '../agent-parts.js';
import { buildCredential } from '../certificates/build-credential.js';

/** The key that signs what is printed. */
export const printingKey = 'delegate-1';

/** The last of everything: what a renewal or another place in the status lists adds must fit too. */
const lastDay = '9999-12-31';
const widest = {
  ...{ decisionDate: lastDay, effectiveDate: lastDay, validUntil: lastDay },
  operatorRoles: [...operatorRoles],
};
const widestPlace = { chainId: Number.MAX_SAFE_INTEGER, list: 0xffffffff, index: 1_048_575 };
const anyId = 'urn:uuid:00000000-0000-4000-8000-000000000000';
const key: PrintingKey = { algorithm: 'ES256', key: printingKey, issuedAt: 0xffffffff };

/**
 * A certificate has to fit into the code of a printed page, and is refused before it exists otherwise. Nothing is signed
 * or written; dates, roles and place do not count, names do.
 * @throws EslabonError PAPER_TOO_LARGE with what to shorten
 */
export function demandFit(
  { config, keys }: Pick<AgentParts, 'config' | 'keys'>,
  certificate: Certificate,
): void {
  const issuer = { did: keys.did, name: config.name, country: config.country, utcOffset: config.utcOffset };
  const contract = config.deployment.contracts.statusRegistry.address;
  requireFit(
    buildCredential(issuer, anyId, { ...certificate, ...widest }, { ...widestPlace, contract }),
    key,
  );
}
