import { fromHex } from '../../bytes/hex.js';
import { rlpEncode } from '../../rlp/rlp-encode.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import { rlpScalar } from '../../rlp/rlp-scalar.js';
import { checkQbftExtraData } from './check-extra-data.js';
import type { QbftExtraData, QbftVote } from './extra-data.js';
import { addMark } from './extra-data.js';

/**
 * RLP of `[vanity, [validators], vote, round, [seals]]`. A genesis block has zero vanity, no vote, round 0 and no seals.
 * @throws EslabonError HEADER_MALFORMED when a part has a wrong size, or the validators are not in ascending order.
 */
export function encodeQbftExtraData(extraData: QbftExtraData): Uint8Array {
  checkQbftExtraData(extraData);
  const { vanity, validators, vote, round, seals } = extraData;
  return rlpEncode([vanity, validators.map(fromHex), encodeVote(vote), rlpScalar(BigInt(round)), seals]);
}

function encodeVote(vote: QbftVote | undefined): RlpItem {
  if (vote === undefined) return [];
  return [fromHex(vote.subject), vote.add ? Uint8Array.of(addMark) : new Uint8Array(0)];
}
