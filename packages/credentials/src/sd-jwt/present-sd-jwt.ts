import type { Signer } from '../crypto/sign.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import { malformedSdJwt } from './malformed-sd-jwt.js';
import { parseSdJwt } from './parse-sd-jwt.js';
import { revealPayload } from './reveal-payload.js';
import { sdDigest } from './sd-hash.js';
import type { ClaimPath } from './sd-jwt.js';

export interface PresentSdJwtOptions {
  /** As the issuer made it, with every disclosure. */
  sdJwt: string;
  /**
   * Claims to show. What hides them on the way is shown too; what is hidden within them stays hidden unless it is
   * named as well.
   */
  reveal: readonly ClaimPath[] | 'all';
  /** Proves possession of the holder's key to one verifier now (RFC 9901 §4.3). */
  keyBinding?: { audience: string; nonce: string; issuedAt: number; signer: Signer };
}

/**
 * Shows a verifier as much of an SD-JWT as the holder wants.
 * @throws EslabonError CREDENTIAL_* when the SD-JWT cannot be read, or a path is not one that is hidden.
 */
export async function presentSdJwt({ sdJwt, reveal, keyBinding }: PresentSdJwtOptions): Promise<string> {
  const parsed = parseSdJwt(sdJwt);
  const { disclosed } = revealPayload(parsed);
  const missing =
    reveal === 'all' ? undefined : reveal.find((path) => !disclosed.some((d) => isAt(d.path, path)));
  if (missing !== undefined) {
    throw malformedSdJwt(`No claim ${missing.join('.').slice(0, 120)} is hidden in this token.`);
  }
  const shown = disclosed
    .filter(
      ({ path }) => reveal === 'all' || reveal.some((wanted) => isAt(path, wanted.slice(0, path.length))),
    )
    .map(({ disclosure }) => disclosure.encoded);
  const [token] = sdJwt.split('~', 1);
  const bound = [token, ...shown, ''].join('~');
  if (keyBinding === undefined) return bound;
  const { audience, nonce, issuedAt, signer } = keyBinding;
  const payload = { iat: issuedAt, aud: audience, nonce, sd_hash: sdDigest(parsed.hash, bound) };
  return bound + (await signCompactJws({ alg: signer.algorithm, typ: 'kb+jwt' }, payload, signer.sign));
}

function isAt(path: ClaimPath, wanted: ClaimPath): boolean {
  return path.length === wanted.length && path.every((key, at) => key === wanted[at]);
}
