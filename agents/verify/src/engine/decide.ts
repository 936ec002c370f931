import type { LoadedBundle } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import { verify } from '@eslabon/verifier';
import type { Assessment, DecideRequest } from './contract.js';
import { parsePresented } from './parse-presented.js';
import { sha256Of } from './sha256-of.js';
import { wordVerdict } from './word-verdict.js';

/** The verdict on what was presented, with its words in every language. */
export async function decide(
  { presented, digest, country, at, purpose }: DecideRequest,
  bundle: LoadedBundle,
): Promise<Assessment> {
  const verdict = verify({
    presented: parsePresented(presented),
    source: { bundle },
    policy: { as: country as Country, ...(purpose !== undefined && { purpose }) },
    at: new Date(at),
  });
  return {
    ...wordVerdict(verdict),
    sha256: await sha256Of(presented.trim()),
    digest,
  };
}
