import type { ProvenState } from '../collect/prove-state.js';
import { encodeArchivedState } from './encode-archived-state.js';
import type { ProofArchive } from './proof-archive.js';

/** Keeps a state that was proven. */
export function archiveState(
  archive: ProofArchive,
  chainId: number,
  { header, nodes }: ProvenState,
): Promise<void> {
  const { number, hash, timestamp } = header;
  return archive.put({
    number,
    hash,
    timestamp,
    bytes: encodeArchivedState({ chainId, header: header.rlp, nodes }),
  });
}
