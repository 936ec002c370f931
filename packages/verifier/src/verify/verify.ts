import type { Verdict } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ParsedCredential, ParsedPresentation } from '@eslabon/credentials';
import { parseSecured, verifySignature } from '@eslabon/credentials';
import { assessCredential } from './assess-credential.js';
import { fullPolicy } from './policy.js';
import type { VerifyRequest } from './verify-request.js';
import { worstOf } from './worst-of.js';

/**
 * Decides whether a country recognises what someone presents as an AEO certificate (architecture.md §5). A pure
 * function: the same request gets the same verdict anywhere and at any time, and nothing of the request is changed.
 * Whatever is presented, it answers and does not throw; every check that ran is in the verdict with its evidence.
 * A presentation of several credentials gets the worst of their verdicts.
 * @param request.presented a token, or a JSON value as parsed.
 * @param request.source the opened bundle, or the error that kept it from being opened.
 * @param request.at the instant that the question is about.
 * @throws EslabonError DATE_INVALID when the caller gives no valid instant.
 */
export function verify(request: VerifyRequest): Verdict {
  const { presented, source, policy, at } = request;
  if (Number.isNaN(at.getTime())) {
    throw new EslabonError('DATE_INVALID', 'The instant to verify for is not a date.');
  }
  const { parsed, parseFailure } = request.read === undefined ? parse(presented) : readAlready(request.read);
  const presentation = parsed?.kind === 'presentation' ? parsed : undefined;
  const credentials = parsed?.kind === 'credential' ? [parsed] : (presentation?.credentials ?? []);
  const assess = (credential: ParsedCredential | undefined): Verdict =>
    assessCredential({
      bundle: 'bundle' in source ? source.bundle : undefined,
      sourceFailure: 'failure' in source ? source.failure : undefined,
      credential,
      presentation,
      parseFailure,
      policy: fullPolicy(policy),
      at: Math.floor(at.getTime() / 1000),
      verifySignature: request.verifySignature ?? verifySignature,
    });
  const [first, ...others] = credentials;
  return worstOf([assess(first), ...others.map(assess)]);
}

interface Reading {
  parsed?: ParsedCredential | ParsedPresentation;
  parseFailure: EslabonError | undefined;
}

function readAlready(parsed: ParsedCredential | ParsedPresentation): Reading {
  return { parsed, parseFailure: undefined };
}

function parse(presented: unknown): Reading {
  try {
    return { parsed: parseSecured(presented), parseFailure: undefined };
  } catch (error) {
    if (error instanceof EslabonError) return { parseFailure: error };
    throw error;
  }
}
