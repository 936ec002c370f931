import { EslabonError } from '@eslabon/core';
import type { SealedHeader } from '../header/seals/sealed-header.js';
import type { Checkpoint } from '../trust/trust-anchor.js';

/**
 * Checks that a block with the checkpoint's number is the checkpoint. Nobody vouches for anything here, so that the
 * trusting period does not matter.
 * @throws EslabonError BUNDLE_CHECKPOINT
 */
export function standOnCheckpoint(checkpoint: Checkpoint, sealed: SealedHeader): SealedHeader {
  if (sealed.hash !== checkpoint.hash) {
    throw refused(checkpoint, `has hash ${sealed.hash}, the checkpoint ${checkpoint.hash}`);
  }
  if (sealed.timestamp !== checkpoint.timestamp) {
    throw refused(checkpoint, `is of ${sealed.timestamp}, the checkpoint of ${checkpoint.timestamp}`);
  }
  if (sealed.validators.join() !== checkpoint.validators.join()) {
    throw refused(checkpoint, 'declares other validators than the checkpoint names');
  }
  return sealed;
}

function refused({ number, hash }: Checkpoint, reason: string): EslabonError {
  return new EslabonError('BUNDLE_CHECKPOINT', `The bundle's block ${number} ${reason}.`, {
    details: { block: number, trusted: number, checkpoint: hash },
    hints: [
      'Compare the checkpoint with your administration, out of band.',
      'If the checkpoint is right, do not use the bundle: somebody made another chain.',
    ],
  });
}
