import { parseStrictJson } from '@eslabon/credentials';
import { parseDcqlVpToken } from '@openid4vc/openid4vp';
import { type CredentialQueryId, credentialQueryIds } from '../configuration.js';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';
import { readForm } from '../read-form.js';
import { decryptAnswer } from './decrypt-answer.js';
import type { OpenAnswer } from './sealed-answer.js';

/** The session that an answer has to be of. */
export interface AnsweredSession {
  state: string;
  /** Opens answers with the private key of the session, where they are encrypted (`direct_post.jwt`). */
  open?: OpenAnswer | undefined;
}

/** What a wallet answers: one presentation, or that it presents nothing. */
export type WalletAnswer =
  | { kind: 'presented'; id: CredentialQueryId; presentation: unknown }
  | { kind: 'error'; error: string; description: string | undefined };

/**
 * Reads the answer of a wallet (OpenID4VP 1.0 §8.2, §8.3) as it stands in the body. What is presented is not looked at.
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export function readAnswer(form: string, session: AnsweredSession): WalletAnswer {
  const parameters = readForm(form);
  const response = parameters.get('response');
  const answer = response === null ? Object.fromEntries(parameters) : opened(response, session);
  requireState(answer.state, session.state);
  if (answer.error !== undefined) return errorOf(answer);
  if (session.open !== undefined && response === null) {
    throw presentationRefused(
      refusalCodes.notEncrypted,
      'The answer has to be encrypted and sent as the parameter response (direct_post.jwt).',
    );
  }
  return { kind: 'presented', ...readVpToken(answer.vp_token) };
}

function opened(response: string, { open }: AnsweredSession): Record<string, unknown> {
  if (open !== undefined) return decryptAnswer(response, open);
  throw presentationRefused(
    refusalCodes.malformed,
    'The answer has to be sent as the parameter vp_token, not encrypted (direct_post).',
  );
}

/** A wallet that answers another request than it was sent is mistaken, or misled. */
function requireState(given: unknown, expected: string): void {
  if (given === expected) return;
  const sentence =
    given === undefined
      ? 'The parameter state is missing.'
      : 'The answer belongs to another request (state).';
  throw presentationRefused(refusalCodes.otherSession, sentence);
}

function errorOf({ error, error_description: description }: Record<string, unknown>): WalletAnswer {
  if (typeof error !== 'string' || !/^[\x20-\x21\x23-\x5b\x5d-\x7e]{1,100}$/.test(error)) {
    throw presentationRefused(refusalCodes.malformed, 'The parameter error is not an error code.');
  }
  return {
    kind: 'error',
    error,
    description: typeof description === 'string' ? description.slice(0, 300) : undefined,
  };
}

function readVpToken(given: unknown): { id: CredentialQueryId; presentation: unknown } {
  if (given === undefined || given === '') {
    throw presentationRefused(refusalCodes.malformed, 'The parameter vp_token is missing.');
  }
  const entries = Object.entries(presentationsIn(given));
  const [entry] = entries;
  if (entry === undefined || entries.length > 1 || entry[1].length !== 1) {
    throw presentationRefused(
      refusalCodes.unasked,
      'The answer has to hold one presentation, for one of the options of the query.',
    );
  }
  const [name, [presentation]] = entry;
  const id = credentialQueryIds.find((known) => known === name);
  if (id !== undefined) return { id, presentation };
  throw presentationRefused(
    refusalCodes.unasked,
    `The query has no credential with the id '${name.slice(0, 40)}'.`,
  );
}

/** Objects with names that stand twice are refused: another reader may see the other value. */
function presentationsIn(given: unknown): Record<string, unknown[]> {
  try {
    const value = typeof given === 'string' ? parseStrictJson(given, 'vp_token') : given;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return parseDcqlVpToken(value) as Record<string, unknown[]>;
    }
  } catch (cause) {
    throw malformed(cause);
  }
  throw malformed();
}

function malformed(cause?: unknown) {
  const sentence = 'The parameter vp_token is not a JSON object of presentations by the ids of the query.';
  return presentationRefused(refusalCodes.malformed, sentence, cause);
}
