import { EslabonError } from '@eslabon/core';
import { type JoseKey, type KeyReference, type Opened, openSecured } from '@eslabon/credentials';
import { type JsonObject, problemsOf, readMethod } from '@eslabon/data-integrity';
import { type ExchangeProblem, exchangeProblem, fromDocumentProblem } from '../problems/exchange-problem.js';
import { type ExchangeCheckResult, resultOf } from '../verify/check-result.js';
import type { VerifierPorts, VerifyOptions } from '../verify/verifier-ports.js';
import { checkBinding } from './check-binding.js';
import { tokenProblem } from './token-problem.js';

interface OpenedToken {
  result: ExchangeCheckResult;
  /** What was signed, without the claims of JWT; absent unless the signature is that of the party who is named in it. */
  document: JsonObject | undefined;
}

/** Clocks may differ by so much, in seconds. */
const skew = 60;

/** A key could not be looked up: this decides nothing. */
class Outage extends Error {}

/**
 * Verifies a token of VC-JOSE-COSE: it is of the media type, its `kid` names one key that the issuer or holder lets serve
 * this, whose signature it is, its dates bind, and a presentation is for the verifier and challenge that are wanted.
 */
export async function openToken(
  token: string,
  mediaType: string,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<OpenedToken> {
  const now = Math.floor(ports.now().getTime() / 1000);
  const keyFor = (reference: KeyReference) => findKey(reference, ports);
  let opened: Opened;
  try {
    opened = await openSecured(token, { mediaType, keyFor, now, skew });
  } catch (error) {
    return { result: resultIn(error), document: undefined };
  }
  const wrong = checkBinding(opened.claims, options, now + skew);
  return wrong === undefined
    ? { result: resultOf('proof', []), document: opened.document }
    : { result: resultOf('proof', [wrong]), document: undefined };
}

async function findKey(
  { kid, controller, kind }: KeyReference,
  { resolveVerificationMethod, now }: VerifierPorts,
): Promise<JoseKey | undefined> {
  if (kid === undefined || !kid.includes('#')) return undefined;
  if (controller !== undefined && kid.split('#', 1)[0] !== controller) return undefined;
  const purpose = kind === 'presentation' ? 'authentication' : 'assertionMethod';
  const method = await resolveVerificationMethod(kid).catch((error: unknown) => {
    if (problemsOf(error) !== undefined) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Outage(`The key ${kid.slice(0, 120)} could not be looked up: ${why.slice(0, 200)}`);
  });
  return readMethod(method, { id: kid, purpose, now: now() }).key;
}

function resultIn(error: unknown): ExchangeCheckResult {
  if (error instanceof Outage) {
    return { check: 'proof', outcome: 'unknown', problems: [exchangeProblem('TOKEN_KEY', error.message)] };
  }
  if (!(error instanceof EslabonError)) throw error;
  const problems: readonly ExchangeProblem[] = problemsOf(error)?.map((each) =>
    fromDocumentProblem(each),
  ) ?? [tokenProblem(error)];
  return resultOf('proof', problems);
}
