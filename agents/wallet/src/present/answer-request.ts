import { newestStatusList } from '../delegate/newest-status-list.js';
import { stateOfHeld } from '../delegate/state-of-held.js';
import type { Candidate, HistoryEntry, Trouble } from '../session/contract.js';
import type { Desk } from '../session/desk.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { makePresentation } from './answer/make-presentation.js';
import { type Sent, sendAnswer, sendRefusal } from './answer/send-answer.js';
import type { Choice } from './match/find-candidates.js';
import type { HeldItem } from './match/held-item.js';
import { takeCopy } from './match/take-copy.js';
import type { ReadRequest } from './read-request.js';
import type { VerifiedRequest } from './request/verify-request.js';

/**
 * Answers a request with one of its candidates. What is disclosed is in the history before it leaves, as not confirmed,
 * and the copy is one that was shown: nothing can be sent that the wallet does not know of.
 * @throws TroubleError NOTHING_READ, DELEGATION_WITHDRAWN, VERIFIER_REFUSED, STORAGE_*; UNCONFIRMED when it may have
 * arrived
 */
export async function present(
  desk: Desk,
  { request, choices }: ReadRequest,
  { kind, id }: Pick<Candidate, 'kind' | 'id'>,
): Promise<{ redirectUri?: string | undefined }> {
  const choice = choices.find(({ candidate }) => candidate.kind === kind && candidate.id === id);
  if (choice === undefined)
    throw new TroubleError('NOTHING_READ', 'This is not what the request was shown with.');
  const { item, queryIds } = choice;
  const { key, shown, statusList, row } =
    item.kind === 'delegation'
      ? await takeDelegation(desk, item)
      : { ...(await takeCopy(desk, choice)), statusList: undefined };
  const presentation = await makePresentation(request, { item, shown, key, statusList }, desk.now());
  const entry = entryFor(desk, request, choice);
  const history = [{ ...entry, outcome: 'refused' as const, trouble: unconfirmed }];
  await desk.vault.change({ put: { history, ...(row !== undefined && { certificates: [row] }) } });
  const vpToken = Object.fromEntries(queryIds.map((query) => [query, [presentation]]));
  const sent = await send(desk, request, vpToken);
  if ('trouble' in sent) {
    await writeAfter(desk, { ...entry, outcome: 'refused', trouble: sent.trouble });
    throw new TroubleError('VERIFIER_REFUSED', `${sent.trouble.code}: ${sent.trouble.message}`);
  }
  await writeAfter(desk, { ...entry, outcome: 'presented' });
  return { redirectUri: sent.redirectUri };
}

/** A delegation, by the key of the device, with the newest word of the company. */
async function takeDelegation(desk: Desk, { id, token }: HeldItem) {
  const statusList = await newestStatusList(desk, id);
  if (stateOfHeld(desk.vault.row('held', id), desk.now()) === 'withdrawn') {
    throw new TroubleError(
      'DELEGATION_WITHDRAWN',
      'The company has withdrawn the delegation; nothing was sent.',
    );
  }
  return { key: desk.keys, shown: token, statusList, row: undefined };
}

/** Whatever stops an answer on its way may have stopped the word that it arrived. */
async function send(
  { fetch }: Desk,
  request: VerifiedRequest,
  vpToken: Record<string, readonly string[]>,
): Promise<Sent> {
  try {
    return await sendAnswer(fetch, request, vpToken);
  } catch (error) {
    throw new TroubleError('UNCONFIRMED', TroubleError.of(error).message, error);
  }
}

/** What came of it. It went whether this can be kept or not: where it cannot, it stays in the history as not confirmed. */
async function writeAfter(desk: Desk, entry: HistoryEntry): Promise<void> {
  try {
    await write(desk, entry);
  } catch (error) {
    if (!TroubleError.of(error).code.startsWith('STORAGE_')) throw error;
  }
}

const unconfirmed: Trouble = { code: 'UNCONFIRMED', message: 'It was sent, and no answer came back.' };

/** Tells the verifier that the person declined. That it cannot be told changes nothing: nothing was disclosed. */
export async function decline(desk: Desk, { request, choices }: ReadRequest): Promise<void> {
  const [first] = choices;
  await write(desk, { ...entryFor(desk, request, first), disclosed: [], outcome: 'declined' });
  await sendRefusal(desk.fetch, request).catch((): Sent => ({}));
}

function entryFor(
  { now }: Desk,
  { clientId, name, country, responseUri, purpose }: VerifiedRequest,
  choice: Choice | undefined,
): Omit<HistoryEntry, 'outcome'> {
  const item = choice?.item;
  const certificate = item?.kind === 'delegation' ? item.delegation.certificate : item?.certificate;
  return {
    id: crypto.randomUUID(),
    at: now().toISOString(),
    verifier: {
      ...{ clientId, host: responseUri.host },
      // A name that nothing proves is not kept as if it were one.
      ...(country !== undefined && { name: name ?? country, country }),
    },
    ...(purpose !== undefined && { purpose }),
    certificateNumber: certificate?.subject.certificate.certificateNumber ?? '',
    disclosed: choice?.candidate.disclosed.map(({ path }) => path) ?? [],
    delegated: item?.kind === 'delegation',
  };
}

async function write({ vault }: Desk, entry: HistoryEntry): Promise<void> {
  await vault.change({ put: { history: [entry] } });
}
