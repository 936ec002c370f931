import { createHash, randomBytes } from 'node:crypto';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { signCompactJws } from '../jws/sign-compact-jws.js';
import type { JoseTestKey } from './jose-keys.fixture.js';

export const random = (length: number): Uint8Array => randomBytes(length);

/** A disclosure of anything at all, with its digest as node:crypto computes it. */
export function disclosureOf(...parts: unknown[]): { encoded: string; digest: string } {
  const encoded = base64urlEncode(new TextEncoder().encode(JSON.stringify(parts)));
  return { encoded, digest: createHash('sha256').update(encoded).digest('base64url') };
}

/** An SD-JWT of any payload and disclosures: tests of refusals need tokens that nobody ought to make. */
export async function sdJwtOf(
  { signer }: JoseTestKey,
  payload: object,
  disclosures: readonly { encoded: string }[] = [],
  typ = 'dc+sd-jwt',
): Promise<string> {
  const token = await signCompactJws({ alg: signer.algorithm, typ }, payload, signer.sign);
  return [token, ...disclosures.map(({ encoded }) => encoded), ''].join('~');
}

/** A key binding JWT over a token that ends with a tilde, with whatever a test wants otherwise. */
export async function bind(
  { signer }: JoseTestKey,
  bound: string,
  claims: Record<string, unknown>,
  header: Record<string, string> = {},
): Promise<string> {
  const sdHash = createHash('sha256').update(bound).digest('base64url');
  const jwt = await signCompactJws(
    { alg: signer.algorithm, typ: 'kb+jwt', ...header },
    { sd_hash: sdHash, ...claims },
    signer.sign,
  );
  return bound + jwt;
}
