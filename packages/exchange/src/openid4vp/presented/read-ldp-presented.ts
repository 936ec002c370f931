import {
  isSignatureAlgorithm,
  type ParsedCredential,
  type ParsedPresentation,
  readProvenCredential,
} from '@eslabon/credentials';
import { checkPresentation, type JsonObject, type ReadProof, readProof } from '@eslabon/data-integrity';
import { ldpSuites } from '../configuration.js';
import { presentationRefused, refusalCodes } from '../presentation-refused.js';
import type { Presented } from './presented.js';
import { asRefusal } from './read-presented.js';

/**
 * Reads a presentation with a Data Integrity proof, around one certificate with another (OpenID4VP 1.0 appendix B.1.3.2).
 * The proof of the presentation names the verifier as its domain and the nonce as its challenge.
 * @throws EslabonError PRESENTATION_REFUSED with invalid_request
 */
export async function readLdpPresented(presentation: unknown, now: Date): Promise<Presented> {
  try {
    const [problem] = await checkPresentation(presentation);
    if (problem !== undefined) throw presentationRefused(problem.code, problem.message);
    return await read(presentation as JsonObject, now);
  } catch (error) {
    throw asRefusal(error);
  }
}

async function read(presentation: JsonObject, now: Date): Promise<Presented> {
  const { verifiableCredential, holder } = presentation;
  const [credential, ...others] = [verifiableCredential ?? []].flat() as JsonObject[];
  if (credential === undefined || others.length > 0) {
    throw presentationRefused(refusalCodes.unasked, 'The presentation has to hold one certificate.');
  }
  const proof = await readProof(presentation, { purpose: 'authentication', now, suites: ldpSuites });
  const [presenter = ''] = proof.verificationMethod.split('#', 1);
  if (
    holder !== undefined &&
    (typeof holder === 'string' ? holder : (holder as JsonObject).id) !== presenter
  ) {
    throw presentationRefused('HOLDER_NOT_PROVEN', 'The proof is by another key than the holder’s.');
  }
  const { domain, challenge } = proof;
  const parsed: ParsedPresentation = {
    ...{ kind: 'presentation', format: 'ldp_vp', holder: presenter },
    ...tokenOf(proof),
    credentials: [await readCredential(credential, now)],
    ...(typeof domain === 'string' && { audience: domain }),
    ...(typeof challenge === 'string' && { nonce: challenge }),
    issuedAt: secondsOf(proof),
  };
  return { id: 'certificate_ldp', parsed, claims: parsed.credentials[0]?.claims as never };
}

async function readCredential(document: JsonObject, now: Date): Promise<ParsedCredential> {
  const { proof: _proof, ...credential } = document;
  const proof = await readProof(document, { purpose: 'assertionMethod', now, suites: ldpSuites });
  return readProvenCredential({ credential, ...tokenOf(proof), issuedAt: secondsOf(proof) });
}

function tokenOf({ algorithm, verificationMethod: kid, signingInput, signature }: ReadProof) {
  if (isSignatureAlgorithm(algorithm)) return { algorithm, kid, signingInput, signature };
  throw presentationRefused('CREDENTIAL_ALGORITHM_UNSUPPORTED', `Proofs by ${algorithm} are not taken here.`);
}

function secondsOf({ created }: ReadProof): number {
  return Math.floor(Date.parse(created) / 1000);
}
