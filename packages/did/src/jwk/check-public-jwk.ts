import { base64urlDecode } from '@eslabon/credentials';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { multikeyFacts } from '../keys/multikey-types.js';

/** Curves of `kty` EC, with the length of a coordinate in bytes. */
const curves = new Map([
  ['P-256', { curve: p256, length: 32 }],
  ['P-384', { curve: p384, length: 48 }],
  ['P-521', { curve: p521, length: 66 }],
  ['secp256k1', { curve: secp256k1, length: 32 }],
]);

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
      return isPoint(jwk) ? undefined : 'is not a point of P-256, P-384, P-521 or secp256k1';
    case 'OKP':
      return isOctetKey(jwk) ? undefined : 'is not a key of Ed25519 or X25519';
    case 'RSA':
      return isRsa(jwk) ? undefined : 'is not an RSA key of 2048 to 4096 bits';
    default:
      return 'has a kty other than EC, OKP and RSA';
  }
}

function isPoint({ crv, x, y }: Readonly<Record<string, unknown>>): boolean {
  const found = curves.get(crv as string);
  const [first, second] = [bytesOf(x), bytesOf(y)];
  if (found === undefined || first?.length !== found.length || second?.length !== found.length) return false;
  return found.curve.utils.isValidPublicKey(Uint8Array.from([4, ...first, ...second]), false);
}

function isOctetKey({ crv, x, y }: Readonly<Record<string, unknown>>): boolean {
  const bytes = bytesOf(x);
  if (bytes?.length !== 32 || y !== undefined) return false;
  if (crv === 'Ed25519') return ed25519.utils.isValidPublicKey(bytes, false);
  return crv === 'X25519' && multikeyFacts.X25519.isKey(bytes);
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
