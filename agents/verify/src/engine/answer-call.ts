import { applyDelta } from '@eslabon/bundle';
import type { EngineMessage } from './contract.js';
import { decide } from './decide.js';
import { lookUp } from './look-up.js';
import { nameTerms } from './name-terms.js';
import { openBundleFile } from './open-bundle-file.js';
import type { OpenedBundles } from './opened-bundles.js';
import { readAnchor } from './read-anchor.js';
import { readQr } from './read-qr.js';
import { wordVerdict } from './word-verdict.js';

/** Does what a message asks for. */
export function answerCall(message: EngineMessage, opened: OpenedBundles): unknown {
  switch (message.call) {
    case 'nameTerms':
      return nameTerms();
    case 'readAnchor':
      return readAnchor(message.request.text);
    case 'openBundle': {
      const { bundle, summary } = openBundleFile(message.request);
      opened.keep(summary.digest, bundle);
      return summary;
    }
    case 'applyDelta':
      return applyDelta(message.request.base, message.request.delta);
    case 'decide':
      return decide(message.request, opened.get(message.request.digest));
    case 'lookUp':
      return lookUp(message.request, opened.get(message.request.digest));
    case 'wordVerdict':
      return wordVerdict(message.request.verdict);
    case 'readQr':
      return readQr(message.request.picture, message.request.patient);
  }
}
