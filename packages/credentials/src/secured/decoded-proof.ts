import { deepEqual } from '../json/deep-equal.js';
import { isRecord } from '../json/is-record.js';
import { malformed, unsupported } from './credential-errors.js';

/** True for an object that carries a JWT in `proof.jwt`, as Veramo hands out what it decoded. */
export function carriesJwt(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isRecord(value.proof) && Object.hasOwn(value.proof, 'jwt');
}

/**
 * The JWT of Veramo's decoded form. Only the JWT counts; a `proof` without the type that makes others compare the
 * claims with it is refused, because that omission is how altered claims are passed off.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_FORMAT_UNSUPPORTED
 */
export function jwtOfProof(value: unknown): { token: string; members: Record<string, unknown> } {
  if (!carriesJwt(value))
    throw unsupported('An object with an embedded proof is not a credential that we read.');
  const { proof, ...members } = value;
  const { type, jwt, ...extra } = proof as Record<string, unknown>;
  if (type !== 'JwtProof2020') throw malformed('proof.type must be JwtProof2020 where proof has a jwt.');
  if (Object.keys(extra).length > 0) throw malformed('A proof with a jwt has only type and jwt.');
  if (typeof jwt !== 'string') throw malformed('proof.jwt must be a text.');
  return { token: jwt, members };
}

/**
 * Every member beside the proof must be what the JWT decodes to.
 * @throws EslabonError CREDENTIAL_MALFORMED naming the altered member
 */
export function requireUnaltered(members: Record<string, unknown>, decoded: Record<string, unknown>): void {
  const altered = Object.keys(members).find((name) => !deepEqual(members[name], decoded[name]));
  if (altered !== undefined) {
    throw malformed(`The credential was altered: “${altered.slice(0, 60)}” is not what its signed JWT says.`);
  }
}
