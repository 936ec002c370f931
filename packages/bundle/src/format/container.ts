import { EslabonError } from '@eslabon/core';
import { deflateSync, inflateSync } from 'fflate';
import { compareBytes } from '../bytes/compare-bytes.js';
import { keccak256 } from '../hash/keccak256.js';

/**
 * The file around the payload: "ESLB" | version (1 byte) | compression (1 byte) | inflated length (4 bytes, big-endian) |
 * keccak-256 of all other bytes (32 bytes) | compressed payload. The checksum finds damage before anything is inflated,
 * and deflate itself would not: several streams inflate to the same bytes.
 */
const magic = Uint8Array.of(0x45, 0x53, 0x4c, 0x42);
const version = 2;
const rawDeflate = 1;
const checksumAt = 10;
const dataAt = checksumAt + 32;

export interface ContainerLimits {
  /** Bytes of a file. */
  maxBytes: number;
  /** Bytes of its payload once inflated. */
  maxInflatedBytes: number;
}

/** Compresses a payload into a file. The same payload always gives the same file. */
export function writeContainer(payload: Uint8Array): Uint8Array {
  const data = deflateSync(payload, { level: 9 });
  const file = new Uint8Array(dataAt + data.length);
  file.set(magic);
  file.set([version, rawDeflate], 4);
  new DataView(file.buffer).setUint32(6, payload.length);
  file.set(data, dataAt);
  file.set(checksum(file), checksumAt);
  return file;
}

/**
 * Takes the payload out of a file. Never inflates more than the file declares, nor more than the limit.
 * @throws EslabonError BUNDLE_TOO_LARGE, BUNDLE_VERSION or BUNDLE_MALFORMED
 */
export function readContainer(file: Uint8Array, { maxBytes, maxInflatedBytes }: ContainerLimits): Uint8Array {
  if (file.length > maxBytes)
    throw tooLarge(`The bundle has ${file.length} bytes; at most ${maxBytes} are read.`);
  if (compareBytes(file.subarray(0, 4), magic) !== 0) throw malformed('it does not begin with ESLB');
  if (file.length <= dataAt) throw malformed(`it ends after ${file.length} bytes`);
  if (file[4] !== version || file[5] !== rawDeflate) {
    throw new EslabonError(
      'BUNDLE_VERSION',
      `The bundle has version ${file[4]} with compression ${file[5]}; known is version 2 with 1.`,
      { hints: ['Update the verifier, or ask for a bundle of version 2.'] },
    );
  }
  const declared = new DataView(file.buffer, file.byteOffset).getUint32(6);
  if (declared > maxInflatedBytes) {
    throw tooLarge(`The bundle inflates to ${declared} bytes; at most ${maxInflatedBytes} are read.`);
  }
  if (compareBytes(checksum(file), file.subarray(checksumAt, dataAt)) !== 0) {
    throw malformed('its checksum does not fit: it was damaged or altered');
  }
  return inflate(file.subarray(dataAt), declared);
}

function checksum(file: Uint8Array): Uint8Array {
  const covered = new Uint8Array(file.length - 32);
  covered.set(file.subarray(0, checksumAt));
  covered.set(file.subarray(dataAt), checksumAt);
  return keccak256(covered);
}

function inflate(data: Uint8Array, declared: number): Uint8Array {
  // One byte to spare: fflate drops what does not fit the buffer, so a longer stream shows by filling it.
  const payload = tryInflate(data, declared + 1);
  if (payload === undefined) throw malformed('it cannot be inflated');
  if (payload.length !== declared)
    throw malformed(`it does not inflate to the ${declared} bytes it declares`);
  // fflate ignores what follows the last block: a stream that is whole without its last byte has such a tail.
  if (tryInflate(data.subarray(0, -1), declared + 1) !== undefined)
    throw malformed('it has a tail after its data');
  return payload;
}

function tryInflate(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return data.length === 0 ? undefined : inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}

function malformed(reason: string): EslabonError {
  return new EslabonError('BUNDLE_MALFORMED', `This is not a bundle: ${reason}.`, {
    hints: ['Copy the file again, or fetch it again from the agent.'],
  });
}

function tooLarge(message: string): EslabonError {
  return new EslabonError('BUNDLE_TOO_LARGE', message);
}
