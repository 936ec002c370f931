import { exchangeProblem } from '../problems/exchange-problem.js';
import type { ExchangeCheckResult } from './check-result.js';
import { type VerifierPorts, type VerifyOptions, wantsStatus } from './verifier-ports.js';

/**
 * The checks of an AEO verdict on a certificate, made by the verifier that makes verdicts: whether an arrangement
 * recognises the certificate is not asked here. What that verifier could not check says nothing.
 */
export async function checkCertificate(
  token: string,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<ExchangeCheckResult[]> {
  const results = await ports.checkCertificate?.(token);
  if (results === undefined) return [];
  const failed = results.filter(
    ({ id, outcome }) => outcome === 'fail' && (id !== 'status' || wantsStatus(options)),
  );
  const problems = failed.map(({ code, sentence }) =>
    exchangeProblem('CERTIFICATE', `${code}: ${sentence.en}`),
  );
  const unknown = results.some(({ outcome }) => outcome === 'unknown');
  return [
    { check: 'certificate', outcome: problems.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass', problems },
  ];
}
