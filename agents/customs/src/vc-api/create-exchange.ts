import type { DidResolver } from '@eslabon/did';
import type { VerifierPorts } from '@eslabon/exchange';
import type { AgentParts } from '../agent-parts.js';
import type { IssuerChain } from '../issuance/chain/open-issuer-chain.js';
import type { Issuers } from '../issuers/mount-issuers.js';
import { openIssuers } from '../issuers/open-issuers.js';
import { createStatusListSource } from '../status-lists/create-status-list-source.js';
import { createStatusLists, type StatusLists } from '../status-lists/create-status-lists.js';
import { createCertificateChecks } from './certificate-checks.js';
import { type Challenges, createChallenges } from './create-challenges.js';
import { createMethodSource } from './create-method-source.js';

/** The standard interfaces of an agent: whom it issues as, what it verifies with, and the lists that it publishes. */
export interface Exchange {
  issuers: Issuers;
  challenges: Challenges;
  statusLists: StatusLists;
  verifier: VerifierPorts;
}

/**
 * @param chain certificates of the key that signs status list tokens, where the operator has them
 * @throws EslabonError KEY_SEALED
 */
export async function createExchange(
  parts: AgentParts,
  resolver: DidResolver,
  chain?: IssuerChain,
): Promise<Exchange> {
  if (parts.config.openExchange) {
    parts.log.warn(
      { profiles: parts.config.profiles },
      'everybody may issue credentials and have them verified',
    );
  }
  const statusLists = createStatusLists(parts, chain);
  return {
    issuers: await openIssuers(parts),
    challenges: createChallenges(parts.clock),
    statusLists,
    verifier: {
      resolveVerificationMethod: createMethodSource(resolver),
      fetchStatusList: createStatusListSource(parts, statusLists),
      checkCertificate: createCertificateChecks(parts),
      now: parts.clock,
    },
  };
}
