import { EslabonError } from '@eslabon/core';
import { verifySignature } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { sealHeader, validatorSet } from '../testing/seal-header.js';
import { checkpointOf, rememberingRecovery, sealedTrust } from '../testing/sealed-bundle.js';
import { checkpoint, day, replaced, rotation, start } from '../testing/sealed-case.js';
import { country } from '../testing/synthetic-facts.js';
import type { ConsensusProtocol } from '../trust/trust-anchor.js';
import { proveBlock } from './prove-block.js';
import { readBlock } from './read-block.js';

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.with(at, (bytes[at] as number) ^ (1 << (at % 8)));

describe.each<[ConsensusProtocol]>([['qbft'], ['ibft2']])(
  'a bit flipped in sealed headers of %s',
  (protocol) => {
    const signers = validatorSet(4, 5, 6, 7).slice(1);
    const header = sealHeader({ ...replaced, protocol, signers });
    const hop = sealHeader({ ...rotation.second, protocol });
    const trust = sealedTrust(checkpointOf({ ...checkpoint, protocol }), {}, [{ fromBlock: 0, protocol }]);
    const reader = {
      trust,
      attestor: country('PE'),
      verifySignature,
      recoverSigner: rememberingRecovery(),
      now: start + day,
    };

    function codeOf(hops: Uint8Array[], block: Uint8Array): string {
      try {
        return proveBlock({ mode: 'sealed', hops }, readBlock(block), reader).trust.mode;
      } catch (error) {
        return error instanceof EslabonError ? error.code : String(error);
      }
    }
    const known = /^BUNDLE_(HEADER|SEALS|VALIDATORS|CHECKPOINT|FUTURE|CHECKPOINT_EXPIRED)$/;

    it('is never accepted, in whichever byte of the block it is', () => {
      expect(codeOf([hop], header)).toBe('sealed');
      for (let at = 0; at < header.length; at++)
        expect([at, codeOf([hop], flipped(header, at))]).toEqual([at, expect.stringMatching(known)]);
    });

    it('is never accepted in a hop', () => {
      for (let at = 0; at < hop.length; at++)
        expect([at, codeOf([flipped(hop, at)], header)]).toEqual([at, expect.stringMatching(known)]);
    });
  },
);
