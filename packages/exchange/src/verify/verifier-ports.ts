import type { CheckResult } from '@eslabon/core';
import type { VerificationMethodResolver } from '@eslabon/data-integrity';

/** What a verification needs from outside. */
export interface VerifierPorts {
  /** Finds verification methods of DIDs; anything but a refusal that it throws is an outage. */
  resolveVerificationMethod: VerificationMethodResolver;
  /**
   * Gets what stands at the URL of a status list: a credential as JSON, or a token.
   * @throws EslabonError STATUS_LIST_UNREACHABLE, or another when it may not be asked
   */
  fetchStatusList: (url: string) => Promise<unknown>;
  /** The checks of an AEO verdict on a token, where it is an AEO certificate that this verifier can judge. */
  checkCertificate?: (token: string) => Promise<readonly CheckResult[] | undefined>;
  now: () => Date;
}

export interface VerifyOptions {
  /** Status is left out when this names other checks alone; everything else is checked always. */
  checks?: readonly string[] | undefined;
  /** The verifier or verifiers that it has to be for, all of them and no others. */
  domain?: string | readonly string[] | undefined;
  /** What it has to answer. */
  challenge?: string | undefined;
}

/** Whether the status is to be looked up. */
export function wantsStatus({ checks }: VerifyOptions): boolean {
  return checks === undefined || checks.length === 0 || checks.includes('credentialStatus');
}
