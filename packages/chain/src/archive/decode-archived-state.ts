import type { ConsensusPeriod, RlpItem } from '@eslabon/bundle';
import { blockHash, decodeHeader, protocolAt, readRlpScalar, rlpDecode } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { bytesToHex } from 'viem';
import type { ArchivedState, ArchiveEntry } from './archived-state.js';
import { archiveVersion, encodeArchivedState } from './encode-archived-state.js';

/**
 * Reads an entry of an archive and checks its form: canonical bytes, and the header of the very block that the entry is
 * said to be of. Whether its nodes prove anything is for `proveFromArchive` to find out.
 * @param consensus as the deployment has it: how the chain hashes its headers
 * @throws EslabonError ARCHIVE_DAMAGED
 */
export function decodeArchivedState(
  entry: ArchiveEntry,
  consensus?: readonly ConsensusPeriod[],
): ArchivedState {
  try {
    const state = readState(rlpDecode(entry.bytes));
    if (bytesToHex(encodeArchivedState(state)) !== bytesToHex(entry.bytes)) {
      throw new Error('it is not in its canonical form');
    }
    const header = decodeHeader(state.header);
    const hash = blockHash(protocolAt(consensus, header.number), header);
    if (hash !== entry.hash || header.number !== entry.number || header.timestamp !== entry.timestamp) {
      throw new Error(`it has the header of block ${header.number}, ${hash}`);
    }
    return state;
  } catch (cause) {
    throw archiveDamaged(entry, cause);
  }
}

/** An entry of the archive that does not prove what it is kept for. */
export function archiveDamaged({ number, hash }: ArchiveEntry, cause: unknown): EslabonError {
  const why = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
  return new EslabonError(
    'ARCHIVE_DAMAGED',
    `The archived proof of block ${number}, ${hash}, is damaged: ${why}.`,
    {
      hints: [
        'It is not used. It is replaced as soon as a node proves the block again; or restore a backup.',
      ],
      cause,
      details: { block: number },
    },
  );
}

function readState(item: RlpItem): ArchivedState {
  if (item instanceof Uint8Array || item.length !== 4) throw new Error('it is not a list of four');
  const [version, chainId, header, nodes] = item as [RlpItem, RlpItem, RlpItem, RlpItem];
  if (readRlpScalar(version) !== archiveVersion) throw new Error('it is of an unknown version');
  if (!(header instanceof Uint8Array) || nodes instanceof Uint8Array)
    throw new Error('its parts are mixed up');
  const isBytes = (node: RlpItem): node is Uint8Array => node instanceof Uint8Array;
  if (!nodes.every(isBytes)) throw new Error('a node is a list');
  return { chainId: Number(readRlpScalar(chainId)), header, nodes };
}
