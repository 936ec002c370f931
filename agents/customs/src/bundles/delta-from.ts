import { bundleDigest, makeDelta } from '@eslabon/bundle';
import { EslabonError, type Hash } from '@eslabon/core';

export interface DeltaRequest {
  /** Digest of the bundle that the caller has. */
  base: Hash;
  /** Its file, where it is still there. */
  kept: Uint8Array | undefined;
  /** Makes the base anew, where the caller told its block. */
  remake: (() => Promise<Uint8Array>) | undefined;
}

/**
 * The delta between a bundle that the caller has and a newer file.
 * @throws EslabonError DELTA_BASE_UNKNOWN when the agent does not have the base, and cannot make it.
 */
export async function deltaFrom({ base, kept, remake }: DeltaRequest, file: Uint8Array): Promise<Uint8Array> {
  const baseFile = kept ?? (await remakeBase(base, remake));
  return makeDelta(baseFile, file);
}

async function remakeBase(base: Hash, remake: DeltaRequest['remake']): Promise<Uint8Array> {
  const unknown = (cause?: unknown): EslabonError =>
    new EslabonError('DELTA_BASE_UNKNOWN', `This agent does not have the bundle ${base} any more.`, {
      cause,
      hints: ['Fetch the whole bundle; deltas from it will be there for a while.'],
    });
  if (remake === undefined) throw unknown();
  // Whatever keeps the agent from making the base, the caller is helped by the whole bundle.
  const file = await remake().catch((cause: unknown) => {
    throw unknown(cause);
  });
  if (bundleDigest(file) !== base) throw unknown();
  return file;
}
