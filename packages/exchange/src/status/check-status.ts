import { type ErrorCode, EslabonError, statusPurposes } from '@eslabon/core';
import { bitstringEntry } from '@eslabon/credentials';
import type { JsonObject } from '@eslabon/data-integrity';
import { type ExchangeCode, type ExchangeProblem, exchangeProblem } from '../problems/exchange-problem.js';
import type { ExchangeCheckResult } from '../verify/check-result.js';
import type { VerifierPorts } from '../verify/verifier-ports.js';
import { bitstringEntriesIn, readEntry } from './read-entry.js';
import { readStatusList } from './read-status-list.js';

/** Lists that are fetched for one credential. */
const maxEntries = 8;

type Found = { problem?: ExchangeProblem; isOutage?: boolean };

/**
 * Looks a credential up in the Bitstring Status Lists that it names (Bitstring Status List §3.2): for revocation and
 * suspension. What says something else than these is not asked. `undefined` when it names no list.
 */
export async function checkStatus(
  credential: JsonObject,
  ports: VerifierPorts,
): Promise<ExchangeCheckResult | undefined> {
  const entries = bitstringEntriesIn(credential);
  if (entries.length === 0) return undefined;
  const found = await Promise.all(
    entries.slice(0, maxEntries).map(({ entry, pointer }) => lookUp(entry, pointer, credential, ports)),
  );
  if (entries.length > maxEntries) {
    found.push({
      problem: exchangeProblem(
        'STATUS_ENTRY',
        `There are more than ${maxEntries} entries.`,
        '/credentialStatus',
      ),
    });
  }
  const failed = found.filter(({ problem, isOutage }) => problem !== undefined && isOutage !== true);
  const problems = found.flatMap(({ problem }) => problem ?? []);
  const outcome = failed.length > 0 ? 'fail' : problems.length > 0 ? 'unknown' : 'pass';
  return { check: 'credentialStatus', outcome, problems };
}

async function lookUp(
  given: JsonObject,
  pointer: string,
  credential: JsonObject,
  ports: VerifierPorts,
): Promise<Found> {
  const entry = readEntry(given);
  if (entry === undefined) {
    const detail =
      'The entry must have statusPurpose, statusListIndex as a text, and statusListCredential over https.';
    return { problem: exchangeProblem('STATUS_ENTRY', detail, pointer) };
  }
  const purpose = statusPurposes.find((name) => name === entry.purpose);
  if (purpose === undefined) return {};
  try {
    const bits = await readStatusList(entry.list, { purpose, issuer: issuerOf(credential), ports });
    if (bitstringEntry(bits, entry.index) === 0) return {};
    const code = purpose === 'revocation' ? 'STATUS_REVOKED' : 'STATUS_SUSPENDED';
    const detail = `The credential is ${purpose === 'revocation' ? 'revoked' : 'suspended'} in ${entry.list.slice(0, 200)}.`;
    return { problem: exchangeProblem(code, detail, pointer) };
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    const code = refusals[error.code];
    const problem = exchangeProblem(code ?? 'STATUS_UNREACHABLE', error.message, pointer);
    return { problem, isOutage: code === undefined };
  }
}

/** What says that the list is wrong. Any other failure says nothing about it, and decides nothing. */
const refusals: Partial<Record<ErrorCode, ExchangeCode>> = {
  STATUS_LIST_RANGE: 'STATUS_RANGE',
  STATUS_LIST_MALFORMED: 'STATUS_LIST_LENGTH',
  STATUS_LIST_TOO_LARGE: 'STATUS_LIST_INVALID',
  STATUS_LIST_REFUSED: 'STATUS_LIST_INVALID',
};

function issuerOf({ issuer }: JsonObject): unknown {
  return typeof issuer === 'object' && issuer !== null ? (issuer as JsonObject).id : issuer;
}
