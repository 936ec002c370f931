import type { Verdict } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import {
  customsQuery,
  disclosedClaims,
  type Presented,
  presentationRefused,
  readLdpPresented,
  readPresented,
  requireJustNow,
  requireSatisfying,
  type WalletAnswer,
} from '@eslabon/exchange';
import { unixSeconds } from '../../platform/clock.js';
import { verifyPresented } from '../../verification/verify-presented.js';
import type { Presentations } from '../create-presentations.js';
import type { PresentationRow } from '../presentation-table.js';

type Given = Extract<WalletAnswer, { kind: 'presented' }>;

export type Assessment = Pick<PresentationRow, 'verdict' | 'disclosed' | 'delegate'>;

/**
 * The verdict on what was presented. What cannot be trusted (a forgery, somebody else's certificate, an answer to
 * another question) is refused, for it says nothing about a company; what could not be checked is a verdict, but for who
 * presents it.
 * @throws EslabonError PRESENTATION_REFUSED
 */
export async function assessAnswer(
  presentations: Presentations,
  row: Pick<PresentationRow, 'clientId' | 'nonce' | 'purpose' | 'wanted'>,
  given: Given,
): Promise<Assessment> {
  const { clientId, nonce, purpose, wanted } = row;
  const now = presentations.clock();
  const presented = await readAny(given, now);
  requireSatisfying(presented, customsQuery({ purpose, ...wanted }));
  requireJustNow(presented.parsed, unixSeconds(now));
  const verdict = await verifyPresented(presentations, given.presentation, undefined, {
    read: presented.parsed,
    policy: { audience: clientId, nonce, purpose },
  });
  requireTrusted(verdict);
  return { verdict, ...factsOf(presented) };
}

/**
 * Whoever presents has to have proven to be the holder, also in an outage, for that needs no network. Where the key of a
 * holder cannot be looked up here, it will not be known later either, and neither audience nor nonce were looked at.
 */
function requireTrusted({ verdict, reasons: [reason], checks }: Verdict): void {
  const holder = checks.find(({ id }) => id === 'holder');
  if (verdict !== 'UNTRUSTED' && holder?.outcome === 'pass') return;
  const { code, sentence } = (verdict === 'UNTRUSTED' ? reason : holder) ?? { code: verdict };
  throw presentationRefused(code, sentence?.en ?? 'It cannot be trusted.');
}

async function readAny({ id, presentation }: Given, now: Date): Promise<Presented> {
  return id === 'certificate_ldp' ? readLdpPresented(presentation, now) : readPresented(id, presentation);
}

function factsOf({ parsed }: Presented): Omit<Assessment, 'verdict'> {
  const { delegation } = parsed;
  const [certificate] = parsed.credentials as [ParsedCredential];
  return {
    disclosed: disclosedClaims(certificate),
    delegate:
      delegation === undefined
        ? null
        : {
            ...{ did: delegation.delegate, purposes: [...delegation.purposes] },
            ...(delegation.references && { references: [...delegation.references] }),
            until: new Date(delegation.validUntil).toISOString(),
          },
  };
}
