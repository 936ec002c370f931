import { EslabonError } from '@eslabon/core';
import { readAnswer } from '@eslabon/exchange';
import { selectOne } from '../../platform/database/statements/select-one.js';
import type { Presentations } from '../create-presentations.js';
import { openKey } from '../encryption-key.js';
import { presentationTable } from '../presentation-table.js';
import { hashOf } from '../secrets.js';
import { stateOf } from '../view-presentation.js';
import { answerOpener } from './answer-opener.js';
import { assessAnswer } from './assess-answer.js';
import { answeredAlready, answeredLate, finish, noteRefusal } from './keep-answer.js';

const findAnswered = selectOne(
  presentationTable,
  [
    ...(['id', 'state', 'expiresAt', 'encryptionKey', 'stateValue'] as const),
    ...(['clientId', 'nonce', 'purpose', 'wanted'] as const),
  ],
  'referenceHash',
);

/** What an answer is held against. */
type Asked = NonNullable<Awaited<ReturnType<typeof findAnswered>>>;

/**
 * Takes the answer of a wallet. One that is refused is noted and leaves the request as it is; the first that is accepted
 * answers it, whatever the verdict on the certificate.
 * @param form body as it came
 * @throws EslabonError NOT_FOUND; PRESENTATION_REFUSED with invalid_request
 */
export async function receiveAnswer(
  presentations: Presentations,
  reference: string,
  form: string,
): Promise<void> {
  const row = await findAnswered(presentations.database.read, hashOf(reference));
  if (row === null) throw new EslabonError('NOT_FOUND', 'There is no such request to answer.');
  try {
    await answer(presentations, row, form);
  } catch (error) {
    if (error instanceof EslabonError && error.code === 'PRESENTATION_REFUSED') {
      await noteRefusal(presentations, row.id, String(error.details.code), error.message);
    }
    throw error;
  }
}

async function answer(presentations: Presentations, row: Asked, form: string): Promise<void> {
  const { config, clock } = presentations;
  const { id, stateValue: state, encryptionKey } = row;
  requireOpen(row, clock());
  const open =
    encryptionKey === null ? undefined : answerOpener(openKey(config.masterKey, id, encryptionKey));
  const given = readAnswer(form, { state, open });
  if (given.kind === 'error') {
    if (given.error === 'access_denied') return finish(presentations, row, { state: 'declined' });
    return noteRefusal(presentations, id, given.error, given.description ?? 'The wallet could not answer.');
  }
  const assessed = await assessAnswer(presentations, row, given);
  await finish(presentations, row, {
    ...{ state: 'answered', presented: { [given.id]: [given.presentation] } },
    ...assessed,
  });
}

/** @throws EslabonError PRESENTATION_REFUSED when the request was answered already, or its time is over */
function requireOpen(row: Asked, now: Date): void {
  const state = stateOf(row, now);
  if (state === 'expired') throw answeredLate();
  if (state === 'answered' || state === 'declined') throw answeredAlready();
}
