import {
  isHeldBy,
  type ParsedDelegation,
  parseDelegation,
  verifyDelegationSignature,
} from '@eslabon/credentials';
import { verify } from '@eslabon/verifier';
import type { Desk } from '../session/desk.js';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { newestStatusList } from './newest-status-list.js';

/**
 * Takes a delegation from the link of the company, once it was looked at: the company that the certificate is about
 * signed it, it names our key, and it is not over.
 * @returns its id
 * @throws TroubleError DELEGATION_INVALID, DELEGATION_SIGNATURE, DELEGATION_NOT_OURS, DELEGATION_EXPIRED,
 * CERTIFICATE_UNTRUSTED
 */
export async function takeDelegation(desk: Desk, text: string): Promise<string> {
  const { vault, keys, now } = desk;
  const token = tokenIn(text);
  const delegation = await asTrouble('DELEGATION_INVALID', () => parseDelegation(token));
  requireGenuine(desk, delegation);
  if (delegation.delegate !== keys.did) {
    throw new TroubleError('DELEGATION_NOT_OURS', 'The delegation is for another device than this one.');
  }
  if (Date.parse(delegation.validUntil) <= now().getTime()) {
    throw new TroubleError('DELEGATION_EXPIRED', `The delegation ended at ${delegation.validUntil}.`);
  }
  const { id } = delegation.claims;
  const before = vault.contents.held.find((row) => row.id === id);
  if (before !== undefined && parseDelegation(before.token).company !== delegation.company) {
    throw new TroubleError(
      'DELEGATION_INVALID',
      'It calls itself by the id of another company’s delegation.',
    );
  }
  await vault.change({ put: { held: [{ ...before, id, token, receivedAt: now().toISOString() }] } });
  await newestStatusList(desk, id);
  return id;
}

/** The token of `…/wallet/#delegation=…`, or the token itself. */
function tokenIn(text: string): string {
  const link = text.trim();
  const hash = URL.canParse(link) ? new URL(link).hash.slice(1) : '';
  return new URLSearchParams(hash).get('delegation') ?? link;
}

function requireGenuine({ bundle, now }: Desk, delegation: ParsedDelegation): void {
  const { company, certificate } = delegation;
  if (!verifyDelegationSignature(delegation) || !isHeldBy(certificate, company)) {
    throw new TroubleError(
      'DELEGATION_SIGNATURE',
      'The company that the certificate is about did not sign this.',
    );
  }
  if (bundle === undefined) return;
  const policy = { as: certificate.claims.issuer.country };
  const presented = tokenOf(delegation);
  const { verdict, reasons } = verify({ presented, source: { bundle }, policy, at: now() });
  if (verdict !== 'UNTRUSTED') return;
  throw new TroubleError(
    'CERTIFICATE_UNTRUSTED',
    reasons[0]?.sentence.en ?? 'The certificate is not genuine.',
  );
}

/** The certificate in its envelope, `data:<type>,<token>`. */
function tokenOf({ claims }: ParsedDelegation): string {
  const { id } = claims.credentialSubject.certificate;
  return id.slice(id.indexOf(',') + 1);
}
