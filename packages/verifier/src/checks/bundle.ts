import { isMessageCode } from '../messages/message-code.js';
import { sentenceOf } from '../messages/sentence-of.js';
import type { Check } from './check.js';
import { checkResult } from './check-result.js';

/** Are there proven data to check against? A source that failed is an outage, not a finding. */
export const bundleCheck: Check = {
  id: 'bundle',
  applies: () => true,
  run: ({ bundle, sourceFailure }) => {
    if (bundle !== undefined) {
      const { number, hash, timestamp } = bundle.block;
      return checkResult('bundle', 'pass', 'BUNDLE_VERIFIED', {
        chainId: bundle.chainId,
        blockNumber: number,
        blockHash: hash,
        blockTime: new Date(timestamp * 1000).toISOString(),
        ...(bundle.trust.mode === 'attested'
          ? { trust: 'attested', attestor: bundle.trust.attestor }
          : { trust: 'sealed', validators: bundle.trust.validators, signers: bundle.trust.signers }),
      });
    }
    const code = sourceFailure?.code ?? 'BUNDLE_NOT_READY';
    const evidence = { code, detail: sourceFailure?.message ?? '' };
    const hasSentence = code.startsWith('BUNDLE_') && isMessageCode(code);
    const sentence = sentenceOf(hasSentence ? code : 'BUNDLE_UNUSABLE', evidence);
    return { id: 'bundle', outcome: 'unknown', code, sentence, evidence };
  },
};
