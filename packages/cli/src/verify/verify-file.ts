import { openBundle, type TrustAnchor } from '@eslabon/bundle';
import { type Country, EslabonError } from '@eslabon/core';
import { type BundleSource, verify } from '@eslabon/verifier';
import { maxBundleBytes } from '../files/limits.js';
import { readLimited } from '../files/read-limited.js';
import { printJson } from '../output/print-json.js';
import { parseCountry } from '../program/parse-country.js';
import type { Session } from '../program/session.js';
import { loadTrust } from '../trust/load-trust.js';
import { parseInstant } from './parse-instant.js';
import { parsePurpose } from './parse-purpose.js';
import { printVerdict } from './print-verdict.js';
import { readPresented } from './read-presented.js';
import type { VerifyOptions } from './verify-command.js';

/**
 * Decides about the credential or presentation in `file`, which may be a photo of a printed one, and prints the verdict.
 * @returns 0 for RECOGNISED, 1 for any other verdict, also when the bundle is refused.
 * @throws EslabonError when nothing could be decided: files, photos without a code, trust anchor, options.
 */
export async function verifyFile(file: string, options: VerifyOptions, session: Session): Promise<number> {
  const { io } = session;
  const at = options.at === undefined ? io.now() : parseInstant(options.at);
  const as = parseCountry(options.as);
  const purpose = parsePurpose(options.purpose, options.reference);
  if (file === '-' && options.bundle === '-') {
    throw new EslabonError(
      'INPUT_INVALID',
      'Only one of the credential and the bundle can be standard input.',
    );
  }
  const trust = await loadTrust(io, options.trust);
  const bundle = await readLimited(io, options.bundle, {
    maxBytes: maxBundleBytes,
    what: 'bundle',
    tooLarge: 'BUNDLE_TOO_LARGE',
  });
  const presented = await readPresented(io, file);

  const verdict = verify({
    presented,
    source: sourceOf(bundle, trust.anchor, as, io.now()),
    policy: { as, ...(purpose !== undefined && { purpose }) },
    at,
  });
  if (options.json === true) printJson(io, verdict);
  else printVerdict(verdict, trust.path, session);
  return verdict.verdict === 'RECOGNISED' ? 0 : 1;
}

/**
 * A bundle that is refused is a reason of the verdict, not a failure of the command. Trust in validators runs out by the
 * clock, also where a past instant is asked about: who held their keys then may have lost them since.
 */
function sourceOf(bundle: Uint8Array, trust: TrustAnchor, attestor: Country, now: Date): BundleSource {
  try {
    const options = { attestor, now: Math.floor(now.getTime() / 1000), maxBytes: maxBundleBytes };
    return { bundle: openBundle(bundle, trust, options) };
  } catch (error) {
    if (error instanceof EslabonError) return { failure: error };
    throw error;
  }
}
