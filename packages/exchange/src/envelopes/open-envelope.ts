import { checkCredential, checkPresentation, type JsonObject } from '@eslabon/data-integrity';
import { exchangeProblem, fromDocumentProblem } from '../problems/exchange-problem.js';
import { type ExchangeCheckResult, resultOf } from '../verify/check-result.js';
import type { VerifierPorts, VerifyOptions } from '../verify/verifier-ports.js';
import { openToken } from './open-token.js';
import { readEnvelope } from './read-envelope.js';

const kinds = {
  credential: {
    type: 'EnvelopedVerifiableCredential',
    mediaTypes: ['application/vc+jwt', 'application/vc+sd-jwt', 'application/vc+cose'],
    check: checkCredential,
  },
  presentation: {
    type: 'EnvelopedVerifiablePresentation',
    mediaTypes: ['application/vp+jwt', 'application/vp+sd-jwt', 'application/vp+cose'],
    check: checkPresentation,
  },
} as const;

export interface OpenedEnvelope {
  results: ExchangeCheckResult[];
  /** What was signed; absent unless every check passed so far. */
  document: JsonObject | undefined;
  token: string;
}

/** Verifies the token in an envelope, which its media type says how to read, and checks the data model of what it holds. */
export async function openEnvelope(
  envelope: JsonObject,
  kind: keyof typeof kinds,
  options: VerifyOptions,
  ports: VerifierPorts,
): Promise<OpenedEnvelope> {
  const { type, mediaTypes, check } = kinds[kind];
  const read = readEnvelope(envelope, type);
  if (read === undefined) {
    const detail = `The ${type} must be a data URL with context and type, and no more.`;
    return refused(exchangeProblem('ENVELOPE_MALFORMED', detail, '/id'));
  }
  if (!mediaTypes.some((mediaType) => mediaType === read.mediaType)) {
    const detail = `Envelopes of ${read.mediaType.slice(0, 60)} are not opened here.`;
    return refused(exchangeProblem('ENVELOPE_UNSUPPORTED', detail, '/id'));
  }
  const { token } = read;
  const { result, document } = await openToken(token, read.mediaType, options, ports);
  if (document === undefined) return { results: [result], document: undefined, token };
  const found = (await check(document)).map((problem) => fromDocumentProblem(problem));
  const results = [resultOf('dataModel', found), result];
  return { results, document: found.length === 0 ? document : undefined, token };
}

function refused(problem: ReturnType<typeof exchangeProblem>): OpenedEnvelope {
  return { results: [resultOf('dataModel', [problem])], document: undefined, token: '' };
}
