import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm, JoseKey } from '../crypto/jose-key.js';
import type { JoseVerifier } from '../crypto/verify-signature.js';
import { verifySignature } from '../crypto/verify-signature.js';
import type { KeyBindingDemand } from '../sd-jwt/key-binding/verify-key-binding.js';
import { verifyKeyBinding } from '../sd-jwt/key-binding/verify-key-binding.js';
import type { ClaimPath } from '../sd-jwt/sd-jwt.js';
import { malformed } from '../secured/credential-errors.js';
import type { Secured, Taken } from './container.js';
import type { Content, ContentFacts, ContentOptions } from './content.js';
import { findSecuring } from './find-securing.js';
import { requireInDate } from './require-in-date.js';
import { requireNotWithheld } from './require-not-withheld.js';
import { requireSigned } from './require-signed.js';
import { splitClaims } from './split-claims.js';
import { unsupportedSecuring } from './unsupported-securing.js';

/** Which key a token asks for. */
export interface KeyReference {
  /** As the protected header names it. */
  kid: string | undefined;
  /**
   * Whose key it must be: the issuer or the holder. Undefined where the content names nobody (a presentation without
   * holder, an SD-JWT VC without `iss`): then `keyFor` must know by other means whose token it may be.
   */
  controller: string | undefined;
  algorithm: JoseAlgorithm;
  kind: Content['kind'];
}

export interface OpenOptions extends ContentOptions {
  /**
   * Finds the one key that a token names, if it is the controller's; undefined where there is none. Whether the key is
   * the controller's to use is for this function to say.
   */
  keyFor: (reference: KeyReference) => JoseKey | undefined | Promise<JoseKey | undefined>;
  /** What the token must be: its media type as it came with it, for instance in HTTP. */
  mediaType?: string;
  /** Unix seconds: given, `exp` and `nbf` are looked at, with this skew in seconds (0 unless given). */
  now?: number;
  skew?: number;
  /** Given, the holder of an SD-JWT must have proven possession of the confirmed key. */
  keyBinding?: KeyBindingDemand;
  verify?: JoseVerifier;
}

/** A token that was opened: what is in it was signed by the key. */
export interface Opened extends ContentFacts {
  mediaType: string;
  kind: Content['kind'];
  /** The credential or presentation, without the claims that JWTs add; of an SD-JWT VC all of its claims. */
  document: Record<string, unknown>;
  /** Claims that JWTs add: iss, sub, aud, exp, nbf, iat, jti, cnf, nonce. */
  claims: Record<string, unknown>;
  kid?: string;
  key: JoseKey;
  /** Where the holder had a choice and disclosed. */
  disclosed?: readonly ClaimPath[];
  /** The holder's key, where possession was demanded and proven. */
  holderKey?: JoseKey;
}

/**
 * Opens a token of any known securing: recognises it, checks the rules of its content, finds the one key that it names
 * and verifies the signature. Enveloped credentials are not opened: open each in turn.
 * @throws EslabonError CREDENTIAL_FORMAT_UNSUPPORTED, CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE,
 *   CREDENTIAL_ALGORITHM_UNSUPPORTED, CREDENTIAL_KEY_UNKNOWN, CREDENTIAL_SIGNATURE_INVALID, CREDENTIAL_OUT_OF_DATE,
 *   CREDENTIAL_KEY_BINDING, KEY_UNSUPPORTED
 */
export async function openSecured(secured: Secured, options: OpenOptions): Promise<Opened> {
  const { securing, taken } = findSecuring(secured);
  const { mediaType, contentType, content } = securing;
  if (options.mediaType !== undefined && options.mediaType !== mediaType) {
    throw unsupportedSecuring(`A token of ${mediaType} stands where ${options.mediaType.slice(0, 60)} must.`);
  }
  if (contentType !== undefined && (taken.contentType ?? contentType) !== contentType) {
    throw malformed(`A token of ${mediaType} does not hold ${taken.contentType?.slice(0, 60)}.`);
  }
  const disclosed = taken.selective?.disclosed.map(({ path }) => path);
  requireNotWithheld(disclosed ?? []);
  const facts = content.check(taken.claims, options);
  const { kid, algorithm } = taken;
  const { controller } = facts;
  const key = await options.keyFor({ kid, controller, algorithm, kind: content.kind });
  if (key === undefined) throw unknownKey(kid, controller);
  const verify = options.verify ?? verifySignature;
  requireSigned(taken, key, verify);
  if (options.now !== undefined) requireInDate(taken.claims, options.now, options.skew);
  const holderKey = proveHolder(taken, options.keyBinding, verify);
  return {
    ...facts,
    ...splitClaims(content.kind, taken),
    mediaType,
    kind: content.kind,
    ...(kid !== undefined && { kid }),
    key,
    ...(disclosed !== undefined && { disclosed }),
    ...(holderKey !== undefined && { holderKey }),
  };
}

function proveHolder(
  { selective, claims }: Taken,
  demand: KeyBindingDemand | undefined,
  verify: JoseVerifier,
): JoseKey | undefined {
  if (demand === undefined) return undefined;
  if (selective !== undefined) return verifyKeyBinding(selective.sdJwt, claims, demand, verify);
  throw new EslabonError('CREDENTIAL_KEY_BINDING', 'This token cannot carry a proof of its holder.');
}

function unknownKey(kid: string | undefined, controller: string | undefined): EslabonError {
  const named = kid === undefined ? 'no key (kid)' : `the key “${kid.slice(0, 120)}”`;
  return new EslabonError(
    'CREDENTIAL_KEY_UNKNOWN',
    `The token names ${named}, and that is none of ${controller?.slice(0, 120) ?? 'anyone known'}.`,
    { hints: ['Keys are found by kid among those of the issuer or holder; a token cannot bring its own.'] },
  );
}
