import { createDelegationStatusList, tokenStatusAt, verifyDelegationStatusList } from '@eslabon/credentials';
import { boundedFetch } from '../net/bounded-fetch.js';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';

/**
 * Publishes which delegations are withdrawn, at the issuer of the certificate. What is withdrawn in the list that is
 * published stays withdrawn: a device that was restored from an old backup may not know of it. Where the issuer cannot
 * be reached, `unpublished` stays, and the next refresh tries again.
 * @param uri of the list
 */
export async function publishList(desk: Desk, uri: string): Promise<void> {
  const { vault, keys, now } = desk;
  const given = vault.contents.given.filter(({ status }) => status?.uri === uri);
  const last = vault.contents.lists.find(({ id }) => id === uri)?.issuedAt ?? 0;
  try {
    const published = await publishedList(desk, uri);
    const issuedAt = Math.max(Math.floor(now().getTime() / 1000), last + 1, (published?.issuedAt ?? 0) + 1);
    const withdrawn = new Set(published?.withdrawn);
    for (const { status, withdrawnAt } of given) {
      if (status !== undefined && withdrawnAt !== undefined) withdrawn.add(status.index);
    }
    const token = await createDelegationStatusList({
      ...{ company: keys.did, statusListUri: uri, withdrawn, issuedAt, sign: keys.sign },
    });
    await send(desk, uri, token);
    await vault.change({
      put: { lists: [{ id: uri, issuedAt }], given: given.map((row) => ({ ...row, unpublished: false })) },
    });
  } catch (error) {
    if (TroubleError.of(error).code.startsWith('STORAGE_')) throw error;
  }
}

/** Publishes every list that could not be published so far. */
export async function publishLists(desk: Desk): Promise<void> {
  const waiting = desk.vault.contents.given.filter(({ unpublished }) => unpublished);
  const addresses = new Set(waiting.flatMap(({ status }) => (status === undefined ? [] : [status.uri])));
  for (const uri of addresses) await publishList(desk, uri);
}

async function send({ fetch }: Desk, uri: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/statuslist+jwt' };
  const url = uri.slice(0, uri.lastIndexOf('/'));
  const response = await boundedFetch(fetch)(url, { method: 'POST', headers, body });
  if (!response.ok) throw new TroubleError('ANSWER_INVALID', `The list was refused with ${response.status}.`);
}

/** @throws TroubleError when it is not known whether there is one: nothing is published over it then */
async function publishedList(
  { fetch, keys, now }: Desk,
  uri: string,
): Promise<{ issuedAt: number; withdrawn: number[] } | undefined> {
  const response = await boundedFetch(fetch, { maxBytes: 65_536 })(uri);
  if (response.status === 404) return undefined;
  if (!response.ok)
    throw new TroubleError('ANSWER_INVALID', `The list could not be had (${response.status}).`);
  const at = Math.floor(now().getTime() / 1000);
  const question = { company: keys.did, statusListUri: uri, at, skewSeconds: 300 };
  const { list, issuedAt } = verifyDelegationStatusList((await response.text()).trim(), question);
  const indices = Array.from({ length: (list.bytes.length * 8) / list.bits }, (_, index) => index);
  return { issuedAt, withdrawn: indices.filter((index) => tokenStatusAt(list, index) !== 0) };
}
