import type { Checkpoint } from '@eslabon/bundle';
import { parseTrustAnchor } from '@eslabon/bundle';
import { writeAtomically } from '../../files/write-atomically.js';
import type { Io } from '../../io/io.js';
import { readTrustJson } from '../read-trust-json.js';

/**
 * Puts a checkpoint into a trust anchor. Everything else in the file stays as it stands.
 * @throws EslabonError TRUST_MALFORMED, FILE_*; the file is then untouched.
 */
export async function writeCheckpoint(io: Io, path: string, checkpoint: Checkpoint): Promise<void> {
  const json = (await readTrustJson(io, path)) as { seals: object };
  const changed = { ...json, seals: { ...json.seals, checkpoint } };
  // Whatever is written here decides about every bundle from now on.
  parseTrustAnchor(changed);
  await writeAtomically(io, path, new TextEncoder().encode(`${JSON.stringify(changed, undefined, 2)}\n`));
}
