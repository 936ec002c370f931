import type { Envelope } from '../format/envelope.js';

/** The file around a delta; see {@link Envelope}. */
export const deltaEnvelope: Envelope = {
  name: 'delta',
  magic: 'ESLD',
  version: 1,
  malformed: 'DELTA_MALFORMED',
  unknownVersion: 'DELTA_VERSION',
};

/**
 * How often the base may be copied in all. Without a bound, a delta of a hundred bytes could keep a reader busy with
 * millions.
 */
export const maxCopies = 4;

/** One step of building the result: so many bytes of the delta, then so many of the base. */
export interface Step {
  insert: number;
  copy: number;
  /** Where in the base the copy begins. */
  from: number;
}

/** What leads from one payload to another. */
export interface Delta {
  /** keccak-256 of the payload that it fits, and of the one that it makes. */
  base: Uint8Array;
  result: Uint8Array;
  /** Bytes of the payload that it makes. */
  size: number;
  steps: Step[];
  /** The bytes to insert, of all steps one after the other. */
  inserted: Uint8Array;
}
