import { EslabonError } from '@eslabon/core';

const magics = { bundle: 'ESLB', delta: 'ESLD' } as const;

/** Whether a file begins as a bundle, or as a delta, does. */
export function beginsAs(kind: keyof typeof magics, file: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(file.subarray(0, 4)) === magics[kind];
}

/** @throws EslabonError BUNDLE_MALFORMED when what came from there is something else. */
export function demandBundle(file: Uint8Array, from: string): void {
  if (beginsAs('bundle', file)) return;
  throw new EslabonError('BUNDLE_MALFORMED', `${from} answered with something that is no bundle.`, {
    hints: ['Is this the address of an Eslabón agent?'],
  });
}
