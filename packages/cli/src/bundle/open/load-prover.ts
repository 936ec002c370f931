import { type LoadedBundle, openBundle } from '@eslabon/bundle';
import { EslabonError, errorCodeOf } from '@eslabon/core';
import { maxBundleBytes } from '../../files/limits.js';
import type { Io } from '../../io/io.js';
import { type LoadedTrust, loadTrust } from '../../trust/load-trust.js';
import { attestorOf } from './attestor-of.js';
import type { ProofOptions } from './proof-options.js';

export interface Prover {
  trust: LoadedTrust;
  /** @throws EslabonError BUNDLE_*, when the file does not hold */
  prove(file: Uint8Array): LoadedBundle;
}

/**
 * Reads the trust anchor, and proves bundles by it and by the clock of this computer.
 * @throws EslabonError TRUST_*, FILE_UNREADABLE; INPUT_INVALID when it is not clear whose attestations count
 */
export async function loadProver(io: Io, options: ProofOptions): Promise<Prover> {
  const trust = await loadTrust(io, options.trust);
  const attestor = attestorOf(trust.anchor, options.as);
  return {
    trust,
    prove: (file) =>
      openBundle(file, trust.anchor, {
        attestor,
        now: Math.floor(io.now().getTime() / 1000),
        maxBytes: maxBundleBytes,
      }),
  };
}

/**
 * As `loadProver`; undefined where nobody asked for a proof, and it is not clear by what: no trust anchor is there, or
 * one that was only found has attestors of several countries.
 */
export async function findProver(io: Io, options: ProofOptions): Promise<Prover | undefined> {
  try {
    return await loadProver(io, options);
  } catch (error) {
    const code = errorCodeOf(error);
    const asked =
      options.trust !== undefined || options.as !== undefined || (io.env.ESLABON_TRUST ?? '') !== '';
    if (!asked && (code === 'TRUST_NOT_FOUND' || code === 'INPUT_INVALID')) return undefined;
    throw error;
  }
}

/** What a refusal is, for those who go on after it. @throws whatever is no EslabonError */
export function refusalOf(error: unknown): EslabonError {
  if (error instanceof EslabonError) return error;
  throw error;
}
