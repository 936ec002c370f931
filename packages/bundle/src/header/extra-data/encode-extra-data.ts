import { rlpEncode } from '../../rlp/rlp-encode.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BftExtraData } from './bft-extra-data.js';
import { extraDataItems } from './extra-data-items.js';

/**
 * RLP of `[vanity, [validators], vote, round, [seals]]` in the protocol's form (proofs.md §3). A genesis block has zero
 * vanity, no vote, round 0 and no seals.
 * @throws EslabonError HEADER_MALFORMED when a part has a wrong size, or the validators are not in ascending order.
 */
export function encodeExtraData(protocol: ConsensusProtocol, extraData: BftExtraData): Uint8Array {
  const { vanity, validators, vote, round, seals } = extraDataItems(protocol, extraData);
  return rlpEncode([vanity, validators, vote, round, seals]);
}
