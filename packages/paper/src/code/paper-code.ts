import { type CreateVcJwtOptions, createCompact } from '@eslabon/credentials';
import { type CodePlan, planCode } from './plan-code.js';
import { requireFit } from './require-fit.js';

/**
 * Signs a certificate in its compact form and plans the QR code that holds it.
 * @throws EslabonError PAPER_TOO_LARGE with what to shorten, CREDENTIAL_* as `createCompact`
 */
export async function paperCode(options: CreateVcJwtOptions): Promise<CodePlan> {
  const { credential, kid, algorithm, issuedAt } = options;
  requireFit(credential, { algorithm, key: kid.slice(kid.indexOf('#') + 1), issuedAt });
  return planCode(await createCompact(options));
}
