import { fromHex } from '../../bytes/hex.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BftExtraData } from './bft-extra-data.js';
import { checkExtraData } from './check-extra-data.js';
import type { ExtraDataItems } from './extra-data-form.js';
import { extraDataForms } from './forms.js';
import { malformed } from './malformed.js';

/**
 * The items of extra data, each in the form of its protocol.
 * @throws EslabonError HEADER_MALFORMED
 */
export function extraDataItems(protocol: ConsensusProtocol, extraData: BftExtraData): ExtraDataItems {
  const form = extraDataForms[protocol];
  try {
    checkExtraData(extraData);
  } catch (cause) {
    throw malformed(form.name, cause);
  }
  const { vanity, validators, vote, round, seals } = extraData;
  return {
    vanity,
    validators: validators.map(fromHex),
    vote: form.writeVote(vote),
    round: form.writeRound(round),
    seals,
  };
}
