import { base64urlEncode, joseKeyFromMultikey } from '@eslabon/credentials';
import { decode, encode } from 'cborg';
import type { SuiteKey } from '../keys/suite-key.js';
import { suiteKeyFrom } from '../keys/suite-key.js';
import { limits } from '../limits.js';
import { decodeMultibase } from '../multibase/decode-multibase.js';
import { refused } from '../problems/refused.js';
import { concat } from '../suites/digest.js';

/** What the issuer gives the holder (ECDSA Cryptosuites 1.0 §3.5.2). */
export interface BaseProof {
  baseSignature: Uint8Array;
  /** Multikey of the key that signed the statements one by one. */
  publicKey: Uint8Array;
  hmacKey: Uint8Array;
  signatures: readonly Uint8Array[];
  mandatoryPointers: readonly string[];
}

/** What the holder gives a verifier (§3.5.7). */
export interface DerivedProof {
  baseSignature: Uint8Array;
  publicKey: Uint8Array;
  signatures: readonly Uint8Array[];
  /** Keyed labels by the number of the canonical label. */
  labels: ReadonlyMap<number, Uint8Array>;
  mandatoryPositions: readonly number[];
}

export interface ReadDerivedProof extends DerivedProof {
  /** `publicKey` as a key. */
  key: SuiteKey;
}

const baseHeader = Uint8Array.of(0xd9, 0x5d, 0x00);
const derivedHeader = Uint8Array.of(0xd9, 0x5d, 0x01);

export function writeBaseProof(proof: BaseProof): string {
  const { baseSignature, publicKey, hmacKey, signatures, mandatoryPointers } = proof;
  return write(baseHeader, [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers]);
}

export function writeDerivedProof(proof: DerivedProof): string {
  const { baseSignature, publicKey, signatures, labels, mandatoryPositions } = proof;
  return write(derivedHeader, [baseSignature, publicKey, signatures, labels, mandatoryPositions]);
}

/** @throws EslabonError CREDENTIAL_REFUSED with PROOF_VALUE_MALFORMED */
export function readBaseProof(proofValue: string): BaseProof {
  const [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers] = readList(proofValue, baseHeader);
  if (
    !areBytes(baseSignature, 64) ||
    !areBytes(publicKey, 35) ||
    !areBytes(hmacKey, 32) ||
    !areSignatures(signatures) ||
    !isListOf(mandatoryPointers, (item) => typeof item === 'string')
  ) {
    throw malformed('its five parts are not those of a base proof');
  }
  return { baseSignature, publicKey, hmacKey, signatures, mandatoryPointers };
}

/**
 * Reads the value of a derived proof.
 * @throws EslabonError CREDENTIAL_REFUSED with PROOF_VALUE_BASE for a base proof, which is for the holder alone, and
 * PROOF_VALUE_MALFORMED for everything else
 */
export function readDerivedProof(proofValue: string): ReadDerivedProof {
  const [baseSignature, publicKey, signatures, labels, mandatoryPositions] = readList(
    proofValue,
    derivedHeader,
  );
  if (
    !areBytes(baseSignature, 64) ||
    !areBytes(publicKey, 35) ||
    !areSignatures(signatures) ||
    !isLabelMap(labels) ||
    !isListOf(mandatoryPositions, isCount)
  ) {
    throw malformed('its five parts are not those of a derived proof');
  }
  const key = suiteKeyFrom(() => joseKeyFromMultikey(publicKey));
  if (key?.algorithm !== 'ES256') throw malformed('the key of the statements is none of P-256');
  return { baseSignature, publicKey, signatures, labels, mandatoryPositions, key };
}

function write(header: Uint8Array, parts: readonly unknown[]): string {
  return `u${base64urlEncode(concat(header, encode(parts)))}`;
}

function readList(proofValue: string, header: Uint8Array): readonly unknown[] {
  const bytes = decodeMultibase(proofValue, 'u', limits.characters);
  if (bytes === undefined) throw malformed('it is no base64url');
  if (startsWith(bytes, baseHeader) && header !== baseHeader) {
    const message =
      'The proofValue is of a base proof: that is for the holder, who derives one for each verifier.';
    throw refused('PROOF_VALUE_BASE', '/proofValue', message);
  }
  if (!startsWith(bytes, header)) throw malformed('it begins with another tag');
  let parts: unknown;
  try {
    // Tag 64 marks byte strings in some implementations; the standard forbids it, and it changes nothing.
    parts = decode(bytes.subarray(3), {
      useMaps: true,
      strict: true,
      rejectDuplicateMapKeys: true,
      tags: { 64: (inner) => inner() },
    });
  } catch {
    throw malformed('it is no CBOR');
  }
  if (!Array.isArray(parts) || parts.length !== 5) throw malformed('it is no list of five parts');
  return parts;
}

function malformed(why: string) {
  return refused('PROOF_VALUE_MALFORMED', '/proofValue', `The proofValue cannot be read: ${why}.`);
}

function startsWith(bytes: Uint8Array, header: Uint8Array): boolean {
  return header.every((byte, at) => bytes[at] === byte);
}

function areBytes(value: unknown, length: number): value is Uint8Array {
  return ArrayBuffer.isView(value) && value.byteLength === length;
}

function isListOf<T>(value: unknown, matches: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.length <= limits.quads && value.every(matches);
}

function areSignatures(value: unknown): value is Uint8Array[] {
  return isListOf(value, (item): item is Uint8Array => areBytes(item, 64));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isLabelMap(value: unknown): value is Map<number, Uint8Array> {
  if (!(value instanceof Map) || value.size > limits.quads) return false;
  return [...value].every(([name, label]) => isCount(name) && areBytes(label, 32));
}
