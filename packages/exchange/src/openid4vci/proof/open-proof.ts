import {
  base64urlDecode,
  type PublicKey,
  parseStrictJsonBytes,
  type SignatureVerifier,
} from '@eslabon/credentials';
import { holderAlgorithms } from '../configurations.js';
import { type IssuanceError, issuanceRefused } from '../issuance-refused.js';

type Members = Record<string, unknown>;

export interface OpenProofOptions {
  /** What `typ` has to say. */
  typ: string;
  /** With what error a proof is refused that is not one. */
  error: Extract<IssuanceError, 'invalid_proof' | 'invalid_dpop_proof'>;
  /** The key that the header names or carries; throws when it has none that may be used. */
  keyOf: (header: Members) => PublicKey;
  verify: SignatureVerifier;
}

/** Longest proof that is read, in characters. */
const maxProof = 16_384;

/**
 * Opens a JWT by which somebody proves to have a key. Other than credentials, such tokens bring their key along: it is
 * the key that is to be confirmed, not one to be trusted.
 * @throws EslabonError ISSUANCE_REFUSED with `error`
 */
export function openProof(
  token: string,
  { typ, error, keyOf, verify }: OpenProofOptions,
): { claims: Members; key: PublicKey } {
  const refuse = (sentence: string, cause?: unknown) => issuanceRefused(error, sentence, cause);
  const [header, claims, signature] = takeApart(token, refuse);
  if (header.typ !== typ) throw refuse(`The proof is of the type '${shown(header.typ)}', not ${typ}.`);
  if (header.crit !== undefined) throw refuse('The proof demands an extension (crit) that is not supported.');
  if (!holderAlgorithms.some((name) => name === header.alg)) {
    throw refuse(`The proof is signed with '${shown(header.alg)}'; use ${holderAlgorithms.join(' or ')}.`);
  }
  const key = readKey(header, keyOf, refuse);
  if (key.algorithm !== header.alg) throw refuse(`The key of the proof is not one for ${shown(header.alg)}.`);
  const signingInput = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')));
  if (!verify(key, signingInput, signature))
    throw refuse('The signature of the proof is not by the key that it names.');
  return { claims, key };
}

type Refuse = (sentence: string, cause?: unknown) => Error;

function takeApart(token: string, refuse: Refuse): [Members, Members, Uint8Array] {
  const parts = token.slice(0, maxProof + 1).split('.');
  if (token.length > maxProof || parts.length !== 3) throw refuse('The proof is not a compact JWT.');
  const [header, claims, signature] = parts as [string, string, string];
  try {
    const read = (part: string) => parseStrictJsonBytes(base64urlDecode(part), 'proof');
    return [membersOf(read(header)), membersOf(read(claims)), base64urlDecode(signature)];
  } catch (cause) {
    throw refuse('The proof cannot be read as a JWT.', cause);
  }
}

function membersOf(value: unknown): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw new TypeError('not a JSON object');
}

function readKey(header: Members, keyOf: OpenProofOptions['keyOf'], refuse: Refuse): PublicKey {
  try {
    return keyOf(header);
  } catch (cause) {
    throw refuse(
      `The key of the proof cannot be used. ${cause instanceof Error ? cause.message : ''}`.trim(),
      cause,
    );
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : typeof value;
}
