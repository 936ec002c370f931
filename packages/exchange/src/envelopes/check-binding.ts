import type { JsonObject } from '@eslabon/data-integrity';
import { type ExchangeProblem, exchangeProblem } from '../problems/exchange-problem.js';
import type { VerifyOptions } from '../verify/verifier-ports.js';

/**
 * Checks the claims that bind a token to a moment, a verifier and a challenge (`iat`, `aud`, `nonce`).
 * @param latest Unix seconds after which nothing can have been signed yet
 * @returns what is wrong first, if anything is
 */
export function checkBinding(
  { iat, aud, nonce }: JsonObject,
  { domain, challenge }: VerifyOptions,
  latest: number,
): ExchangeProblem | undefined {
  if (iat !== undefined && !(typeof iat === 'number' && iat >= 0 && iat <= latest)) {
    return exchangeProblem('TOKEN_DATE', 'The token says that it was signed in the future (iat).', '/iat');
  }
  const wanted = domain === undefined ? [] : [domain].flat();
  const named: unknown[] = aud === undefined ? [] : [aud].flat();
  if (
    domain !== undefined &&
    !(named.length === wanted.length && wanted.every((each) => named.includes(each)))
  ) {
    return exchangeProblem('AUDIENCE_MISMATCH', 'The presentation is not for this domain (aud).', '/aud');
  }
  if (challenge !== undefined && nonce !== challenge) {
    const detail = 'The presentation does not answer the challenge (nonce).';
    return exchangeProblem('CHALLENGE_MISMATCH', detail, '/nonce');
  }
  return undefined;
}
