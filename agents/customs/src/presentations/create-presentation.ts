import { randomUUID } from 'node:crypto';
import type { CreatedPresentation, PresentationRequest } from '@eslabon/client/contract';
import { presentationEndpoint, presentationRequestUrl } from '@eslabon/exchange';
import type { Caller } from '../platform/http/caller.js';
import type { Presentations } from './create-presentations.js';
import { sealNewKey } from './encryption-key.js';
import { presentationTable } from './presentation-table.js';
import { hashOf, randomText } from './secrets.js';

/**
 * Makes a request that one company's wallet may answer once.
 * @throws EslabonError INPUT_INVALID where there is no certificate to be named by
 */
export async function createPresentation(
  presentations: Presentations,
  request: PresentationRequest,
  caller: Caller,
): Promise<CreatedPresentation> {
  const { clients, settings, verifier, database, clock, config } = presentations;
  const { purpose, types, roles, disclose, responseMode } = request;
  const { clientId } = clients.named(request.clientId);
  const id = randomUUID();
  const reference = randomText();
  const now = clock();
  const expiresAt = new Date(now.getTime() + settings.sessionMinutes * 60_000).toISOString();
  const isEncrypted = responseMode === 'direct_post.jwt';
  await database.transaction((manager) =>
    manager.insert(presentationTable, {
      ...{ id, purpose, clientId, responseMode, expiresAt, state: 'open', refusals: [] },
      referenceHash: hashOf(reference),
      wanted: { disclose, ...(types && { types }), ...(roles && { roles }) },
      nonce: randomText(),
      stateValue: randomText(),
      encryptionKey: isEncrypted ? sealNewKey(config.masterKey, id) : null,
      createdBy: caller.id,
      createdByName: caller.name,
      createdAt: now.toISOString(),
    }),
  );
  const requestUri = presentationEndpoint(verifier, 'requests', reference);
  const requestUrl = presentationRequestUrl({ clientId, requestUri });
  return { id, state: 'open', purpose, requestUrl, requestUri, expiresAt };
}
