import { errorCodeOf, shown, vcdm2Context } from '@eslabon/core';
import { secureDocument } from '@eslabon/credentials';
import { addProof, checkCredential, type JsonObject } from '@eslabon/data-integrity';
import { exchangeProblem, fromDocumentProblem } from '../problems/exchange-problem.js';
import { refusal, refusing } from '../problems/refusal.js';
import { issuerProfiles } from '../profiles/issuer-profile.js';
import type { Issuer, StatusPlace } from './issuer.js';
import { withStatusEntries } from './status-entries.js';

export interface IssueRequest {
  /** JSON as a stranger sent it. */
  credential: unknown;
  /** JSON pointers to what a holder can never leave out; every suite but ecdsa-sd-2023 lets nothing be left out. */
  mandatoryPointers?: readonly string[] | undefined;
  issuer: Issuer;
  now: Date;
  /** Gives out an index; asked only when the profile adds `credentialStatus`, after everything else was checked. */
  allocateStatus: () => Promise<StatusPlace>;
}

/**
 * Secures a credential under a profile (VC-API, “Issue Credential”): checks the rules of its data model, keeps every
 * member, and adds a proof or puts it in an envelope. Nothing that the credential names is fetched.
 * @throws EslabonError CREDENTIAL_REFUSED with `problemDetails`, CREDENTIAL_TOO_LARGE
 */
export async function issueCredential(request: IssueRequest): Promise<JsonObject> {
  const { issuer, now, mandatoryPointers } = request;
  const problems = await checkCredential(request.credential);
  if (problems.length > 0) throw refusal(problems.map((problem) => fromDocumentProblem(problem)));
  const checked = request.credential as JsonObject;
  requireIssuer(checked, issuer);
  const profile = issuerProfiles[issuer.profile];
  if (issuer.securing === 'vc+jwt') return envelope(checked, issuer);
  const credential =
    'status' in profile ? withStatusEntries(checked, await request.allocateStatus()) : checked;
  const suite = 'suite' in profile ? profile.suite : 'eddsa-rdfc-2022';
  return refusing(() =>
    addProof(credential, {
      suite,
      signer: issuer.signer,
      verificationMethod: issuer.verificationMethod,
      created: `${now.toISOString().slice(0, 19)}Z`,
      ...(suite === 'ecdsa-sd-2023' && mandatoryPointers !== undefined && { mandatoryPointers }),
    }),
  );
}

/** Whoever the credential says it is by must be who signs it: nobody would believe anything else. */
function requireIssuer({ issuer: named }: JsonObject, { did, profile }: Issuer): void {
  const isObject = typeof named === 'object' && named !== null;
  const id = isObject ? (named as JsonObject).id : named;
  if (id === did) return;
  const pointer = isObject ? '/issuer/id' : '/issuer';
  const text = shown(id, 100);
  throw refusal([
    exchangeProblem('ISSUER_OTHER', `The profile ${profile} issues as ${did}, not ${text}.`, pointer),
  ]);
}

async function envelope(
  credential: JsonObject,
  { algorithm, verificationMethod: kid, sign }: Extract<Issuer, { securing: 'vc+jwt' }>,
): Promise<JsonObject> {
  const mediaType = 'application/vc+jwt';
  try {
    const token = await secureDocument(credential, { mediaType, signer: { algorithm, kid, sign } });
    return {
      '@context': vcdm2Context,
      id: `data:${mediaType},${token}`,
      type: 'EnvelopedVerifiableCredential',
    };
  } catch (error) {
    if (errorCodeOf(error) !== 'CREDENTIAL_MALFORMED') throw error;
    throw refusal([exchangeProblem('TOKEN_CLAIM', (error as Error).message)]);
  }
}
