import { EslabonError } from '@eslabon/core';
import { deriveProof } from '@eslabon/data-integrity';
import {
  type ExchangeProblem,
  exchangeProblem,
  issueCredential,
  refusal,
  refusing,
  type Verification,
  verifyCredential,
  verifyPresentation,
} from '@eslabon/exchange';
import type { AgentParts } from '../agent-parts.js';
import { demandIssuer } from '../issuers/mount-issuers.js';
import type { Handlers } from '../platform/http/handler.js';
import { allocateIndexes } from '../status/allocate-indexes.js';
import { statusPlace } from '../status-lists/status-place.js';
import type { Exchange } from './create-exchange.js';

/** The W3C VC-API: issuing under a profile, and verifying whatever is presented. */
export function exchangeRoutes(
  { config, database, clock }: AgentParts,
  { issuers, challenges, verifier }: Exchange,
) {
  return {
    issueCredential: async ({ params, body }) => {
      const issuer = demandIssuer(issuers, params.profile);
      const allocateStatus = async () => {
        const [entry] = await database.transaction((manager) => allocateIndexes(manager, 1));
        return statusPlace(config, entry as { list: number; index: number });
      };
      const verifiableCredential = await issueCredential({
        credential: body.credential,
        mandatoryPointers: body.options?.mandatoryPointers,
        ...{ issuer, now: clock(), allocateStatus },
      });
      return { verifiableCredential };
    },
    verifySecuredCredential: async ({ body }) =>
      answer(await verifyCredential(body.verifiableCredential, body.options ?? {}, verifier)),
    verifyPresentation: async ({ body }) => {
      const { challenge } = body.options ?? {};
      if (challenge !== undefined && !challenges.take(challenge)) {
        const detail = 'The challenge was used before, or is too old.';
        throw refusal([exchangeProblem('CHALLENGE_USED', detail)], ['proof']);
      }
      return answer(await verifyPresentation(body.verifiablePresentation, body.options ?? {}, verifier));
    },
    deriveCredential: async ({ body }) => {
      const { selectivePointers } = body.options ?? {};
      const derive = () => deriveProof(body.verifiableCredential, selectivePointers && { selectivePointers });
      return { verifiableCredential: await refusing(derive) };
    },
    createChallenge: async () => ({ challenge: challenges.create() }),
  } satisfies Partial<Handlers>;
}

/** @throws EslabonError CREDENTIAL_REFUSED with the failed checks; UNAVAILABLE when something could not be looked up */
function answer({ outcome, checks, warnings }: Verification) {
  if (outcome === 'verified') {
    return {
      verified: true as const,
      checks: checks.map(({ check }) => check),
      warnings: [...warnings],
      errors: [],
    };
  }
  const which = outcome === 'refused' ? 'fail' : 'unknown';
  const broken = checks.filter((check) => check.outcome === which);
  const problems: ExchangeProblem[] = broken.flatMap((check) => check.problems);
  if (outcome === 'refused') {
    throw refusal(
      problems,
      broken.map(({ check }) => check),
    );
  }
  throw new EslabonError(
    'UNAVAILABLE',
    `It could not be verified: ${problems[0]?.detail ?? 'nothing to check'}`,
    {
      hints: ['This says nothing about the credential. Try again.'],
      details: { problemDetails: problems, checks: broken.map(({ check }) => check) },
    },
  );
}
