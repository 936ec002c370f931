import { EslabonError } from '@eslabon/core';
import { clientMetadata, createRequestObject, customsQuery, presentationEndpoint } from '@eslabon/exchange';
import type { Presentations } from '../create-presentations.js';
import { publicJwkOf } from '../encryption-key.js';
import { type PresentationRow, presentationTable } from '../presentation-table.js';
import { hashOf } from '../secrets.js';
import { stateOf } from '../view-presentation.js';

/**
 * The signed request under a reference, as often as wallets ask while nobody has answered it.
 * @param walletNonce repeated in the request, which proves to the wallet that it is fresh
 * @throws EslabonError NOT_FOUND
 */
export async function fetchRequest(
  presentations: Presentations,
  reference: string,
  walletNonce: string | undefined,
): Promise<string> {
  const { database, clock, watchers } = presentations;
  const referenceHash = hashOf(reference);
  const row = await database.read.findOneBy(presentationTable, { referenceHash });
  const state = row === null ? undefined : stateOf(row, clock());
  if (row === null || (state !== 'open' && state !== 'fetched')) {
    throw new EslabonError('NOT_FOUND', 'This request is unknown, was answered, or has expired.', {
      hints: ['Ask the customs authority for another one.'],
    });
  }
  const request = await signRequest(presentations, row, reference, walletNonce);
  if (state === 'open') {
    const { id } = row;
    await database.transaction((manager) =>
      manager.update(presentationTable, { id, state: 'open' }, { state: 'fetched' }),
    );
    watchers.changed(id);
  }
  return request;
}

function signRequest(
  { clients, config, verifier, clock }: Presentations,
  row: PresentationRow,
  reference: string,
  walletNonce: string | undefined,
): Promise<string> {
  const { id, purpose, wanted, nonce, stateValue, responseMode, encryptionKey, expiresAt } = row;
  const encryption =
    encryptionKey === null ? undefined : { kid: id, jwk: publicJwkOf(config.masterKey, id, encryptionKey) };
  return createRequestObject({
    signer: clients.identified(row.clientId),
    responseUri: presentationEndpoint(verifier, 'responses', reference),
    ...{ responseMode, nonce, state: stateValue, purpose, walletNonce },
    query: customsQuery({ purpose, ...wanted }),
    clientMetadata: clientMetadata({ name: config.name, encryption }),
    expiresAt: Math.floor(Date.parse(expiresAt) / 1000),
    now: clock(),
  });
}
