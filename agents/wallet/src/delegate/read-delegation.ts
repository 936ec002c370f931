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

export interface ReadDelegation {
  token: string;
  delegation: ParsedDelegation;
}

/**
 * Looks at the delegation in the link of a company: the company that the certificate is about signed it, it names our
 * key, and it is not over. Nothing is fetched and nothing kept.
 * @throws TroubleError DELEGATION_INVALID, DELEGATION_SIGNATURE, DELEGATION_NOT_OURS, DELEGATION_EXPIRED,
 * CERTIFICATE_UNTRUSTED
 */
export async function readDelegation(desk: Desk, text: string): Promise<ReadDelegation> {
  const { keys, now } = desk;
  const token = tokenIn(text);
  const delegation = await asTrouble('DELEGATION_INVALID', () => parseDelegation(token));
  requireGenuine(desk, delegation);
  if (delegation.delegate !== keys.did) {
    throw new TroubleError('DELEGATION_NOT_OURS', 'The delegation is for another device than this one.');
  }
  if (Date.parse(delegation.validUntil) <= now().getTime()) {
    throw new TroubleError('DELEGATION_EXPIRED', `The delegation ended at ${delegation.validUntil}.`);
  }
  return { token, delegation };
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
