import {
  checkCredential,
  checkValidity,
  type JsonObject,
  type ProofsResult,
  verifyProofs,
} from '@eslabon/data-integrity';
import { openEnvelope } from '../envelopes/open-envelope.js';
import { isEnvelope } from '../envelopes/read-envelope.js';
import { fromDocumentProblem } from '../problems/exchange-problem.js';
import { checkStatus } from '../status/check-status.js';
import { checkCertificate } from './check-certificate.js';
import { conclude, type ExchangeCheckResult, resultOf, type Verification } from './check-result.js';
import { type VerifierPorts, type VerifyOptions, wantsStatus } from './verifier-ports.js';

/**
 * Verifies a credential in whatever way its structure says that it is secured (VC-API, “Verify Credential”): data
 * model, proofs and who made them, period of validity, status. It never throws for what is wrong with the credential.
 * @param credential JSON as a stranger sent it
 */
export async function verifyCredential(
  credential: unknown,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<Verification> {
  if (isEnvelope(credential, 'EnvelopedVerifiableCredential'))
    return verifyEnveloped(credential, options, ports);
  const dataModel = resultOf(
    'dataModel',
    (await checkCredential(credential)).map((problem) => fromDocumentProblem(problem)),
  );
  const proof = await checkProofs(credential, 'assertionMethod', options, ports);
  if (dataModel.outcome === 'fail' || proof.outcome !== 'pass') return conclude([dataModel, proof]);
  return conclude([dataModel, proof, ...(await checkClaims(credential as JsonObject, options, ports))]);
}

async function verifyEnveloped(
  envelope: JsonObject,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<Verification> {
  const { results, document, token } = await openEnvelope(envelope, 'credential', options, ports);
  if (document === undefined) return conclude(results);
  const certificate = await checkCertificate(token, options, ports);
  return conclude([...results, ...(await checkClaims(document, options, ports)), ...certificate]);
}

/** The checks of an embedded proof or of several. */
export async function checkProofs(
  document: unknown,
  purpose: 'assertionMethod' | 'authentication',
  { domain, challenge }: VerifyOptions,
  { resolveVerificationMethod, now }: VerifierPorts,
): Promise<ExchangeCheckResult> {
  const result = await verifyProofs(document, {
    resolveVerificationMethod,
    purpose,
    now: now(),
    ...(domain !== undefined && { domain }),
    ...(challenge !== undefined && { challenge }),
  });
  const problems = result.problems.map((problem) => fromDocumentProblem(problem));
  if (result.verified) return { check: 'proof', outcome: 'pass', problems: [] };
  return { check: 'proof', outcome: isOutage(result) ? 'unknown' : 'fail', problems };
}

/** Nothing failed, but a key could not be looked up. */
function isOutage({ proofs, problems }: ProofsResult): boolean {
  const failed = problems.some(
    ({ code }) => code !== 'METHOD_UNRESOLVED' && code !== 'PREVIOUS_PROOF_FAILED',
  );
  return !failed && proofs.some(({ outcome }) => outcome === 'unresolved');
}

/** What a credential says of itself: when it is valid, and where its status stands. */
async function checkClaims(
  credential: JsonObject,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<ExchangeCheckResult[]> {
  const dates = checkValidity(credential, ports.now()).map((problem) => fromDocumentProblem(problem));
  const validity = resultOf('validity', dates);
  const status = wantsStatus(options) ? await checkStatus(credential, ports) : undefined;
  return status === undefined ? [validity] : [validity, status];
}
