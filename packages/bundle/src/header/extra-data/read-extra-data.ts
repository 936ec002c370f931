import { fromHex } from '../../bytes/hex.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BlockHeader } from '../decode-header.js';
import type { BftExtraData } from './bft-extra-data.js';
import { decodeExtraData } from './decode-extra-data.js';

/** The extra data of a header. @throws EslabonError HEADER_MALFORMED when they are not the protocol's */
export function readExtraData(protocol: ConsensusProtocol, { fields }: BlockHeader): BftExtraData {
  return decodeExtraData(protocol, fromHex(fields.extraData));
}
