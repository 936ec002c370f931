import type { LoadedBundle } from '@eslabon/bundle';
import { byzantineMinimum } from '@eslabon/bundle';
import { isMessageCode } from '../messages/message-code.js';
import { sentenceOf } from '../messages/sentence-of.js';
import type { Check } from './check.js';
import { checkResult } from './check-result.js';

/** Are there proven data to check against? A source that failed is an outage, not a finding. */
export const bundleCheck: Check = {
  id: 'bundle',
  applies: () => true,
  run: ({ bundle, sourceFailure }) => {
    if (bundle !== undefined) return proven(bundle);
    const code = sourceFailure?.code ?? 'BUNDLE_NOT_READY';
    const evidence = { code, detail: sourceFailure?.message ?? '' };
    const hasSentence = code.startsWith('BUNDLE_') && isMessageCode(code);
    const sentence = sentenceOf(hasSentence ? code : 'BUNDLE_UNUSABLE', evidence);
    return { id: 'bundle', outcome: 'unknown', code, sentence, evidence };
  },
};

/** The block, and on whose word: an authority's, or that of validators, of whom there may be too few to rely on. */
function proven({ chainId, block, trust }: LoadedBundle) {
  const evidence = {
    chainId,
    blockNumber: block.number,
    blockHash: block.hash,
    blockTime: new Date(block.timestamp * 1000).toISOString(),
  };
  if (trust.mode === 'attested') {
    const { attestor } = trust;
    return checkResult('bundle', 'pass', 'BUNDLE_ATTESTED', { ...evidence, trust: 'attested', attestor });
  }
  const { protocol, validators, signers, hops } = trust;
  const code = validators < byzantineMinimum ? 'BUNDLE_SEALED_BY_FEW' : 'BUNDLE_SEALED';
  return checkResult('bundle', 'pass', code, {
    ...evidence,
    ...{ trust: 'sealed', protocol, validators, signers, hops },
  });
}
