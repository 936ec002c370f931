import { toHex } from '../../bytes/hex.js';
import { rlpDecode } from '../../rlp/rlp-decode.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BftExtraData } from './bft-extra-data.js';
import { checkExtraData } from './check-extra-data.js';
import type { ExtraDataForm } from './extra-data-form.js';
import { extraDataForms } from './forms.js';
import { bytesOf, listOf } from './items.js';
import { malformed } from './malformed.js';

/**
 * Reads the `extraData` of a header, which has exactly five items (proofs.md §3). Checks its form, no signature; what it
 * reads, `encodeExtraData` writes to the same bytes.
 * @throws EslabonError HEADER_MALFORMED, also for the extra data of the other protocol, whose vote and round differ.
 */
export function decodeExtraData(protocol: ConsensusProtocol, rlp: Uint8Array): BftExtraData {
  const form = extraDataForms[protocol];
  try {
    const extraData = readItems(form, rlpDecode(rlp));
    checkExtraData(extraData);
    return extraData;
  } catch (cause) {
    throw malformed(form.name, cause);
  }
}

function readItems(form: ExtraDataForm, item: RlpItem): BftExtraData {
  const items = listOf(item, 'extra data');
  if (items.length !== 5) throw new Error(`it has ${items.length} items instead of 5`);
  const [vanity, validators, vote, round, seals] = items as [RlpItem, RlpItem, RlpItem, RlpItem, RlpItem];
  return {
    vanity: bytesOf(vanity, 'vanity'),
    validators: listOf(validators, 'validators').map((each) => toHex(bytesOf(each, 'validator'))),
    vote: form.readVote(vote),
    round: form.readRound(round),
    seals: listOf(seals, 'seals').map((each) => bytesOf(each, 'seal')),
  };
}
