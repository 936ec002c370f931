import type { ErrorCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { deflateSync, inflateSync } from 'fflate';
import { compareBytes } from '../bytes/compare-bytes.js';
import { keccak256 } from '../hash/keccak256.js';
import type { ContainerLimits } from './limits.js';

/**
 * The file around a payload: magic (4 bytes) | version (1 byte) | compression (1 byte) | inflated length (4 bytes,
 * big-endian) | keccak-256 of all other bytes (32 bytes) | compressed payload. The checksum finds damage before anything
 * is inflated, and makes the file have one form: several deflate streams inflate to the same bytes.
 */
export interface Envelope {
  /** What the file is called in messages. */
  name: 'bundle' | 'delta';
  magic: string;
  version: number;
  /** Codes of a file that is none, and of one that is of another version. */
  malformed: ErrorCode;
  unknownVersion: ErrorCode;
}

const rawDeflate = 1;
const versionAt = 4;
const compressionAt = 5;
const lengthAt = 6;
const checksumAt = 10;
const dataAt = checksumAt + 32;

/** Compresses a payload into a file. The same payload always gives the same file. */
export function writeEnvelope({ magic, version }: Envelope, payload: Uint8Array): Uint8Array {
  const data = deflateSync(payload, { level: 9 });
  const file = new Uint8Array(dataAt + data.length);
  file.set(new TextEncoder().encode(magic));
  file[versionAt] = version;
  file[compressionAt] = rawDeflate;
  new DataView(file.buffer).setUint32(lengthAt, payload.length);
  file.set(data, dataAt);
  file.set(checksum(file), checksumAt);
  return file;
}

/**
 * Takes the payload out of a file. Never inflates more than the file declares, nor more than the limit.
 * @throws EslabonError BUNDLE_TOO_LARGE, or one of the two codes of the envelope
 */
export function readEnvelope(envelope: Envelope, file: Uint8Array, limits: ContainerLimits): Uint8Array {
  const { name, magic, version } = envelope;
  const { maxBytes, maxInflatedBytes } = limits;
  if (file.length > maxBytes)
    throw tooLarge(`The ${name} has ${file.length} bytes; at most ${maxBytes} are read.`);
  if (compareBytes(file.subarray(0, versionAt), new TextEncoder().encode(magic)) !== 0) {
    throw malformed(envelope, `it does not begin with ${magic}`);
  }
  if (file.length <= dataAt) throw malformed(envelope, `it ends after ${file.length} bytes`);
  if (file[versionAt] !== version || file[compressionAt] !== rawDeflate) {
    throw new EslabonError(
      envelope.unknownVersion,
      `The ${name} has version ${file[versionAt]} with compression ${file[compressionAt]}; known is version ${version} with 1.`,
      { hints: [`Update the verifier, or ask for a ${name} of version ${version}.`] },
    );
  }
  const declared = new DataView(file.buffer, file.byteOffset).getUint32(lengthAt);
  if (declared > maxInflatedBytes) {
    throw tooLarge(`The ${name} inflates to ${declared} bytes; at most ${maxInflatedBytes} are read.`);
  }
  if (compareBytes(checksum(file), file.subarray(checksumAt, dataAt)) !== 0) {
    throw malformed(envelope, 'its checksum does not fit: it was damaged or altered');
  }
  return inflate(envelope, file.subarray(dataAt), declared);
}

function checksum(file: Uint8Array): Uint8Array {
  const covered = new Uint8Array(file.length - 32);
  covered.set(file.subarray(0, checksumAt));
  covered.set(file.subarray(dataAt), checksumAt);
  return keccak256(covered);
}

function inflate(envelope: Envelope, data: Uint8Array, declared: number): Uint8Array {
  // One byte to spare: fflate drops what does not fit the buffer, so a longer stream shows by filling it.
  const target = new Uint8Array(declared + 1);
  // fflate ignores what follows the last block: a stream that is whole without its last byte has such a tail. Looked at
  // first, because what is cut off leaves garbage at the end.
  const hasTail = tryInflate(data.subarray(0, -1), target) !== undefined;
  const payload = tryInflate(data, target);
  if (payload === undefined) throw malformed(envelope, 'it cannot be inflated');
  if (payload.length !== declared) {
    throw malformed(envelope, `it does not inflate to the ${declared} bytes it declares`);
  }
  if (hasTail) throw malformed(envelope, 'it has a tail after its data');
  return payload;
}

function tryInflate(data: Uint8Array, target: Uint8Array): Uint8Array | undefined {
  try {
    return data.length === 0 ? undefined : inflateSync(data, { out: target });
  } catch {
    return undefined;
  }
}

function malformed({ name, malformed: code }: Envelope, reason: string): EslabonError {
  return new EslabonError(code, `This is not a ${name}: ${reason}.`, {
    hints: ['Copy the file again, or fetch it again from the agent.'],
  });
}

function tooLarge(message: string): EslabonError {
  return new EslabonError('BUNDLE_TOO_LARGE', message);
}
