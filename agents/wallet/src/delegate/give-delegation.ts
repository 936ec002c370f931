import { delegationLimits } from '@eslabon/core';
import { createDelegation, presentSdJwt } from '@eslabon/credentials';
import { readCertificate } from '../receive/check-received.js';
import type { DelegationWish } from '../session/contract.js';
import type { Desk } from '../session/desk.js';
import type { StoredGiven } from '../store/stored.js';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { listAddress } from './list-address.js';
import { publishList } from './publish-list.js';

/**
 * Signs a delegation to somebody else's key. It carries the certificate with nothing of what may be withheld: whoever
 * holds it can show all that is in it.
 * @throws TroubleError NOT_HELD, DELEGATION_EXPIRED when it would be over already, DELEGATION_INVALID for a wish that no
 * verifier would accept
 */
export async function giveDelegation(desk: Desk, wish: DelegationWish): Promise<StoredGiven> {
  const { vault, keys, now } = desk;
  const row = vault.row('certificates', wish.certificateId);
  if (wish.validUntil.getTime() <= now().getTime()) {
    throw new TroubleError('DELEGATION_EXPIRED', 'The delegation would be over already.');
  }
  const status = wish.statusMaxAge === undefined ? undefined : await nextEntry(desk, wish.certificateId);
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const token = await asTrouble('DELEGATION_INVALID', async () =>
    createDelegation({
      ...{ id, company: keys.did, delegate: wish.delegate.did, certificate: await leastOf(row.token) },
      ...{ purposes: wish.purposes, sign: keys.sign, issuedAt: seconds(now()) },
      ...{ validFrom: seconds(wish.validFrom), validUntil: seconds(wish.validUntil) },
      ...(wish.references.length > 0 && { references: wish.references }),
      ...(status !== undefined && {
        status: { statusListUri: status.uri, index: status.index, maxAge: wish.statusMaxAge as number },
      }),
    }),
  );
  const given: StoredGiven = {
    ...{ id, token, certificateId: wish.certificateId, delegate: wish.delegate },
    ...{ purposes: wish.purposes, references: wish.references },
    validFrom: wish.validFrom.toISOString(),
    validUntil: wish.validUntil.toISOString(),
    ...(status !== undefined && { status }),
    unpublished: status !== undefined,
  };
  await vault.change({ put: { given: [...withoutLinks(desk), given] } });
  if (status !== undefined) await publishList(desk, status.uri);
  return vault.row('given', id);
}

/** Delegations that are long over, without what their links were made of: it leads nowhere, and there may be thousands. */
function withoutLinks({ vault, now }: Desk): StoredGiven[] {
  const latest = now().getTime() - delegationLimits.lasts * 1000;
  const over = vault.contents.given.filter(
    ({ token, validUntil }) => token !== '' && Date.parse(validUntil) < latest,
  );
  return over.map((row) => ({ ...row, token: '' }));
}

function leastOf(token: string): Promise<string> | string {
  return readCertificate(token).format === 'dc+sd-jwt' ? presentSdJwt({ sdJwt: token, reveal: [] }) : token;
}

/** An index that no other delegation has. They are drawn by lot: numbers in a row would say how many there are. */
async function nextEntry(
  { vault, keys }: Desk,
  certificateId: string,
): Promise<{ uri: string; index: number }> {
  const uri = await listAddress(vault.row('certificates', certificateId).issuer, keys);
  const taken = new Set(
    vault.contents.given.flatMap(({ status }) => (status?.uri === uri ? [status.index] : [])),
  );
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    const index = drawn % delegationLimits.entries;
    if (!taken.has(index)) return { uri, index };
  }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
