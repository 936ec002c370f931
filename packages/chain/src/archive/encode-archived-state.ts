import { rlpEncode, rlpScalar } from '@eslabon/bundle';
import { bytesToHex } from 'viem';
import type { ArchivedState } from './archived-state.js';

/** Of the form below; an archive outlives the programs that wrote it. */
export const archiveVersion = 1n;

/** `[version, chainId, header, [node, …]]` in RLP, the nodes by ascending bytes: the same state gives the same bytes. */
export function encodeArchivedState({ chainId, header, nodes }: ArchivedState): Uint8Array {
  const sorted = [...nodes].sort((a, b) => (bytesToHex(a) < bytesToHex(b) ? -1 : 1));
  return rlpEncode([rlpScalar(archiveVersion), rlpScalar(BigInt(chainId)), header, sorted]);
}
