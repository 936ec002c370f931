import type { LoadedBundle } from '@eslabon/bundle';
import { parseEthrDid } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import type { Check } from './check.js';
import { passed } from './check.js';
import { checkResult } from './check-result.js';

/** Has the issuer suspended or revoked the certificate? A status kept in another registry cannot be looked up here. */
export const statusCheck: Check = {
  id: 'status',
  applies: (context) => passed(context, 'signature'),
  run: ({ bundle, credential }) => {
    const loaded = bundle as LoadedBundle;
    const { issuer, status } = credential as ParsedCredential;
    const { list, index } = status;
    const evidence = { chainId: status.chainId, contract: status.contract, list, index };
    if (
      status.chainId !== loaded.chainId ||
      status.contract !== loaded.deployment.contracts.statusRegistry.address
    ) {
      return checkResult('status', 'unknown', 'STATUS_ELSEWHERE', evidence);
    }
    const { revoked, suspended } = loaded.status(parseEthrDid(issuer).address, list, index);
    if (revoked) return checkResult('status', 'fail', 'STATUS_REVOKED', evidence);
    if (suspended) return checkResult('status', 'fail', 'STATUS_SUSPENDED', evidence);
    return checkResult('status', 'pass', 'STATUS_ACTIVE', evidence);
  },
};
