import { toHex } from '../../bytes/hex.js';
import { rlpDecode } from '../../rlp/rlp-decode.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import { readRlpScalar } from '../../rlp/rlp-scalar.js';
import { checkQbftExtraData, malformed } from './check-extra-data.js';
import type { QbftExtraData, QbftVote } from './extra-data.js';
import { addMark } from './extra-data.js';

/**
 * Reads the `extraData` of a QBFT header, which has exactly five items. Checks its form, no signature.
 * @throws EslabonError HEADER_MALFORMED, also for the extra data of IBFT 2.0, whose vote and round have another form.
 */
export function decodeQbftExtraData(rlp: Uint8Array): QbftExtraData {
  const items = decodeItems(rlp);
  const [vanity, validators, vote, round, seals] = items as [RlpItem, RlpItem, RlpItem, RlpItem, RlpItem];
  const extraData: QbftExtraData = {
    vanity: bytesOf(vanity, 'vanity'),
    validators: listOf(validators, 'validators').map((item) => toHex(bytesOf(item, 'validator'))),
    vote: readVote(vote),
    round: readRound(round),
    seals: listOf(seals, 'seals').map((item) => bytesOf(item, 'seal')),
  };
  checkQbftExtraData(extraData);
  return extraData;
}

function decodeItems(rlp: Uint8Array): readonly RlpItem[] {
  let item: RlpItem;
  try {
    item = rlpDecode(rlp);
  } catch (cause) {
    throw malformed('it is not canonical RLP', cause);
  }
  const items = listOf(item, 'extra data');
  if (items.length !== 5) throw malformed(`it has ${items.length} items instead of 5`);
  return items;
}

function readVote(item: RlpItem): QbftVote | undefined {
  const parts = listOf(item, 'vote');
  if (parts.length === 0) return undefined;
  const [subject, mark] = parts.map((part) => bytesOf(part, 'vote'));
  const isMark = mark !== undefined && (mark.length === 0 || (mark.length === 1 && mark[0] === addMark));
  if (parts.length !== 2 || subject === undefined || !isMark) throw malformed('its vote is none');
  return { subject: toHex(subject), add: mark.length === 1 };
}

function readRound(item: RlpItem): number {
  try {
    return Number(readRlpScalar(item));
  } catch (cause) {
    throw malformed('its round is not a number', cause);
  }
}

function listOf(item: RlpItem, what: string): readonly RlpItem[] {
  if (item instanceof Uint8Array) throw malformed(`${what}: bytes instead of a list`);
  return item;
}

function bytesOf(item: RlpItem, what: string): Uint8Array {
  if (!(item instanceof Uint8Array)) throw malformed(`${what}: a list instead of bytes`);
  return item;
}
