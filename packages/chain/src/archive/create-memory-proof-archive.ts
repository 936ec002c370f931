import type { ArchiveEntry } from './archived-state.js';
import type { ProofArchive } from './proof-archive.js';

/** Keeps proofs as long as the process lives. */
export function createMemoryProofArchive(): ProofArchive {
  let entries: ArchiveEntry[] = [];
  return {
    put: async (entry) => {
      entries = [...entries.filter(({ number }) => number !== entry.number), entry].sort(
        (a, b) => a.number - b.number,
      );
    },
    get: async (blockNumber) => entries.find(({ number }) => number === blockNumber),
    nearest: async (position) =>
      entries.findLast(({ number, timestamp }) =>
        'block' in position ? number <= position.block : timestamp <= position.instant,
      ),
    list: async () => entries.map(({ number, hash, timestamp }) => ({ number, hash, timestamp })),
    cut: async (blockNumber) => {
      entries = entries.filter(({ number }) => number <= blockNumber);
    },
  };
}
