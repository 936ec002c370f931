import { signatureAlgorithms } from '../crypto/public-key.js';
import { didJwkOf } from '../did-jwk/did-jwk-of.js';
import { isRecord } from '../json/is-record.js';
import { parseSdJwt } from '../sd-jwt/parse-sd-jwt.js';
import { revealPayload } from '../sd-jwt/reveal-payload.js';
import type { ClaimPath } from '../sd-jwt/sd-jwt.js';
import { credentialFromSdJwtVc } from '../sd-jwt-vc/aeo/credential-from-sd-jwt-vc.js';
import { mediaTypeOf } from '../securing/media-type.js';
import { requireNotWithheld } from '../securing/require-not-withheld.js';
import { parseVcJwt } from '../vc-jwt/parse-vc-jwt.js';
import { malformed, unsupported } from './credential-errors.js';
import { maxCredentialBytes } from './limits.js';
import type { ParsedCredential, ParsedPresentation } from './parsed.js';
import { requireAgreement } from './require-agreement.js';

/** How long after it was made a proof of possession counts, in seconds: it is made for one verifier, on the spot. */
const bindingLasts = 300;

export interface ReadSdJwt {
  parsed: ParsedCredential | ParsedPresentation;
  /** What the SD-JWT says with what was disclosed, and which claims these are. */
  claims: Record<string, unknown>;
  disclosed: readonly ClaimPath[];
}

/**
 * Reads a certificate secured as SD-JWT: `vc+sd-jwt` (VC-JOSE-COSE §3.2.1) or `dc+sd-jwt` (SD-JWT VC). With a key
 * binding JWT it is a presentation by the holder of the confirmed key.
 * @throws EslabonError CREDENTIAL_*, KEY_UNSUPPORTED
 */
export function readAeoSdJwt(text: string): ReadSdJwt {
  const sdJwt = parseSdJwt(text, { maxBytes: maxCredentialBytes, algorithms: signatureAlgorithms });
  const { claims, disclosed } = revealPayload(sdJwt);
  const paths = disclosed.map(({ path }) => path);
  requireNotWithheld(paths);
  const { cnf, ...payload } = claims;
  const read = readCredential({ ...sdJwt.jws, payload });
  const holder = cnf === undefined ? undefined : confirmed(cnf, read);
  const credential = { ...read, ...(holder !== undefined && { confirmed: holder }) };
  const shown = { claims, disclosed: paths };
  if (sdJwt.keyBinding === undefined) return { parsed: credential, ...shown };
  if (holder === undefined) throw malformed('The issuer confirmed no key that could be proven (cnf).');
  const { jws, ...proof } = sdJwt.keyBinding;
  const presentation: ParsedPresentation = {
    kind: 'presentation',
    format: 'kb+jwt',
    algorithm: jws.header.alg,
    kid: undefined,
    holder,
    credentials: [credential],
    ...proof,
    expiresAt: proof.issuedAt + bindingLasts,
    signingInput: jws.signingInput,
    signature: jws.signature,
  };
  return { parsed: presentation, ...shown };
}

/** The same where only a credential may stand. */
export function parseAeoSdJwt(text: string, format: ParsedCredential['format']): ParsedCredential {
  const { parsed } = readAeoSdJwt(text);
  if (parsed.kind === 'credential' && parsed.format === format) return parsed;
  throw malformed(`A token of the format ${parsed.format} stands where ${format} must.`);
}

function readCredential(jws: Parameters<typeof parseVcJwt>[0]): ParsedCredential {
  const type = mediaTypeOf(jws.header.typ);
  const isVc = type === 'application/vc+sd-jwt';
  if (isVc && !Object.hasOwn(jws.payload, 'vct')) return parseVcJwt(jws, 'vc+sd-jwt');
  if (!isVc && type !== 'application/dc+sd-jwt') {
    throw unsupported(`An SD-JWT of the type “${type?.slice(0, 40)}” is not a credential that we read.`);
  }
  const payload = credentialFromSdJwtVc(jws.payload, jws.header.kid);
  return parseVcJwt({ ...jws, payload }, 'dc+sd-jwt');
}

/** did:jwk of the holder's key, which the subject must be named after where it is named by a key. */
function confirmed(cnf: unknown, { subject }: ParsedCredential): string {
  if (!isRecord(cnf) || !isRecord(cnf.jwk))
    throw malformed('The holder’s key (cnf) is given as a JWK or not at all.');
  const did = didJwkOf(cnf.jwk);
  if (subject.id?.startsWith('did:jwk:')) {
    requireAgreement('cnf.jwk', did, 'credentialSubject.id', subject.id);
  }
  return did;
}
