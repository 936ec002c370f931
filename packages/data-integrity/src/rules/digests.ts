import { base58btcDecode, base64urlDecode } from '@eslabon/credentials';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

type Hash = (bytes: Uint8Array) => Uint8Array;

const sriHashes: Readonly<Record<string, Hash>> = { sha256, sha384, sha512 };
/** Multihash codes of the three functions, and the length that follows each. */
const multihashes: readonly [code: number, hash: Hash, length: number][] = [
  [0x12, sha256, 32],
  [0x20, sha384, 48],
  [0x13, sha512, 64],
];

/** A digest in the form it was given in: answers whether it is that of the bytes. */
export type Digest = (bytes: Uint8Array) => boolean;

/**
 * Reads a `digestSRI`: one or more of `sha256-`, `sha384-` and `sha512-` with base64; the strongest given counts
 * (Subresource Integrity §3.3.4). `undefined` when there is none or one is malformed.
 */
export function parseSri(text: unknown): Digest | undefined {
  if (typeof text !== 'string') return undefined;
  const parsed = text
    .split(/\s+/)
    .filter((item) => item !== '')
    .map((item) => /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})(\?.*)?$/.exec(item));
  const wanted: { name: string; bytes: Uint8Array }[] = [];
  for (const match of parsed) {
    const bytes = match === null ? undefined : decode(fromBase64(match[2] as string));
    if (match === null || bytes?.length !== Number((match[1] as string).slice(3)) / 8) return undefined;
    wanted.push({ name: match[1] as string, bytes });
  }
  const strongest = wanted
    .map(({ name }) => name)
    .sort()
    .at(-1);
  if (strongest === undefined) return undefined;
  const hash = sriHashes[strongest] as Hash;
  const candidates = wanted.filter(({ name }) => name === strongest);
  return (bytes) => candidates.some((candidate) => equal(candidate.bytes, hash(bytes)));
}

/** Reads a `digestMultibase` in base64url or base58btc, with a multihash header or, bare, as one of the three by length. */
export function parseMultibaseDigest(text: unknown): Digest | undefined {
  if (typeof text !== 'string' || text.length > 140) return undefined;
  const bytes =
    text[0] === 'u' ? decode(text.slice(1)) : text[0] === 'z' ? base58btcDecode(text.slice(1)) : undefined;
  if (bytes === undefined) return undefined;
  const hashed = multihashes.find(
    ([code, , length]) => bytes[0] === code && bytes[1] === length && bytes.length === length + 2,
  );
  if (hashed !== undefined) return (data) => equal(bytes.subarray(2), hashed[1](data));
  const bare = multihashes.find(([, , length]) => bytes.length === length);
  return bare === undefined ? undefined : (data) => equal(bytes, bare[1](data));
}

function fromBase64(text: string): string {
  return text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

function decode(base64url: string): Uint8Array | undefined {
  try {
    return base64urlDecode(base64url);
  } catch {
    return undefined;
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
