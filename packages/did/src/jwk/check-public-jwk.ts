import { base64urlDecode, joseKeyFromJwk } from '@eslabon/credentials';
import { multikeyFacts } from '../keys/multikey-types.js';

/** Members that only a private or secret key has (RFC 7518 §6). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Why a JSON object is not a public key that can be checked, or undefined when it is one. */
export function publicJwkProblem(jwk: Readonly<Record<string, unknown>>): string | undefined {
  const secret = secretMembers.find((name) => Object.hasOwn(jwk, name));
  if (secret !== undefined) return `has the private member “${secret}”`;
  if (jwk.use !== undefined && jwk.use !== 'sig' && jwk.use !== 'enc')
    return 'has a use other than sig and enc';
  switch (jwk.kty) {
    case 'EC':
      return isSigningKey(jwk) ? undefined : 'is not a point of P-256, P-384, P-521 or secp256k1';
    case 'OKP':
      return isOctetKey(jwk) ? undefined : 'is not a key of Ed25519 or X25519';
    case 'RSA':
      return isRsa(jwk) ? undefined : 'is not an RSA key of 2048 to 4096 bits';
    default:
      return 'has a kty other than EC, OKP and RSA';
  }
}

/** Whether the coordinates are a key of a curve for signatures; what the key is used for does not matter here. */
function isSigningKey({ kty, crv, x, y }: Readonly<Record<string, unknown>>): boolean {
  try {
    joseKeyFromJwk({ kty, crv, x, y });
    return true;
  } catch {
    return false;
  }
}

function isOctetKey(jwk: Readonly<Record<string, unknown>>): boolean {
  if (jwk.crv !== 'X25519') return isSigningKey(jwk);
  const bytes = bytesOf(jwk.x);
  return bytes !== undefined && jwk.y === undefined && multikeyFacts.X25519.isKey(bytes);
}

function isRsa({ n, e }: Readonly<Record<string, unknown>>): boolean {
  const [modulus, exponent] = [bytesOf(n), bytesOf(e)];
  if (modulus === undefined || exponent === undefined) return false;
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  const isOdd = ((modulus.at(-1) ?? 0) & (exponent.at(-1) ?? 0) & 1) === 1;
  return (
    bits >= 2048 && bits <= 4096 && modulus[0] !== 0 && isOdd && exponent.length <= 4 && exponent[0] !== 0
  );
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || value.length > 700) return undefined;
  try {
    return base64urlDecode(value);
  } catch {
    return undefined;
  }
}
