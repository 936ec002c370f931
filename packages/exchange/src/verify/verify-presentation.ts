import { checkPresentation, type JsonObject } from '@eslabon/data-integrity';
import { openEnvelope } from '../envelopes/open-envelope.js';
import { isEnvelope } from '../envelopes/read-envelope.js';
import { exchangeProblem, fromDocumentProblem } from '../problems/exchange-problem.js';
import { conclude, type ExchangeCheckResult, resultOf, type Verification } from './check-result.js';
import type { VerifierPorts, VerifyOptions } from './verifier-ports.js';
import { checkProofs, verifyCredential } from './verify-credential.js';

/** Credentials of one presentation: each may cost a look-up of a key and of two lists. */
const maxCredentials = 20;

/**
 * Verifies a presentation and every credential in it (VC-API, “Verify Presentation”): it must be signed by its holder,
 * for the domain and challenge that the verifier names. It never throws for what is wrong with the presentation.
 * @param presentation JSON as a stranger sent it
 */
export async function verifyPresentation(
  presentation: unknown,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<Verification> {
  const opened = isEnvelope(presentation, 'EnvelopedVerifiablePresentation')
    ? await openEnvelope(presentation, 'presentation', options, ports)
    : await openEmbedded(presentation, options, ports);
  const { results, document } = opened;
  if (document === undefined) return conclude(results);
  const credentials = [document.verifiableCredential ?? []].flat();
  if (credentials.length > maxCredentials) {
    const detail = `The presentation has ${credentials.length} credentials; at most ${maxCredentials} are read.`;
    return conclude([...results, resultOf('credentials', [exchangeProblem('TOO_MANY_CREDENTIALS', detail)])]);
  }
  const inner = await Promise.all(
    credentials.map((credential) => verifyCredential(credential, { checks: options.checks }, ports)),
  );
  return conclude(
    [...results, summary(inner, Array.isArray(document.verifiableCredential))],
    unbound(options),
  );
}

async function openEmbedded(
  presentation: unknown,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<{ results: ExchangeCheckResult[]; document: JsonObject | undefined }> {
  const found = (await checkPresentation(presentation)).map((problem) => fromDocumentProblem(problem));
  const dataModel = resultOf('dataModel', found);
  const proof = await checkProofs(presentation, 'authentication', options, ports);
  const results = [dataModel, proof];
  const isSound = results.every(({ outcome }) => outcome === 'pass');
  return { results, document: isSound ? (presentation as JsonObject) : undefined };
}

/** One answer for all credentials, each problem with its place in the presentation. */
function summary(inner: readonly Verification[], isList: boolean): ExchangeCheckResult {
  const problems = inner.flatMap(({ outcome, checks }, at) =>
    outcome === 'verified'
      ? []
      : checks
          .flatMap((check) => check.problems)
          .map((problem) => ({
            ...problem,
            pointer: `/verifiableCredential${isList ? `/${at}` : ''}${problem.pointer ?? ''}`,
          })),
  );
  const has = (outcome: Verification['outcome']) => inner.some((each) => each.outcome === outcome);
  return {
    check: 'credentials',
    outcome: has('refused') ? 'fail' : has('unknown') ? 'unknown' : 'pass',
    problems,
  };
}

/** Who names no challenge cannot tell a presentation from a copy of it. */
function unbound({ challenge }: VerifyOptions) {
  if (challenge !== undefined) return [];
  return [
    exchangeProblem(
      'CHALLENGE_MISMATCH',
      'No challenge was named: this may be a copy of an earlier presentation.',
    ),
  ];
}
