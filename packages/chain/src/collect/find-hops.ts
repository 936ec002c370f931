import type { Checkpoint, SealedHeader } from '@eslabon/bundle';
import { isVouchedFor } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';

type Trusted = Pick<Checkpoint, 'number' | 'validators'>;

export interface HopSearch<Header extends SealedHeader> {
  checkpoint: Checkpoint;
  /** The header that the validators of the checkpoint are to vouch for in the end. */
  target: Header;
  /** A header between the two, its seals checked. May be asked for the same one again. */
  headerAt(number: number): Promise<Header>;
  maxHops: number;
}

/** Most headers that are tried behind the place where bisection ended. */
const maxSweep = 32;

/**
 * Finds headers by which trust goes from a checkpoint to a block (proofs.md §3), few of them: as long as too few of the
 * trusted validators sealed the block itself, the farthest header that enough of them sealed is taken, and its validators
 * are trusted from there.
 * @throws EslabonError BUNDLE_CHECKPOINT when too much of the set changed at once, or it takes more than `maxHops`
 */
export async function findHops<Header extends SealedHeader>(search: HopSearch<Header>): Promise<Header[]> {
  const { checkpoint, target, maxHops } = search;
  const hops: Header[] = [];
  let trusted: Trusted = checkpoint;
  while (!isVouchedFor(target.signers, trusted.validators)) {
    if (hops.length === maxHops)
      throw noWay(`takes more than ${maxHops} headers in between`, search, trusted);
    const hop = await farthest(trusted, search);
    if (hop === undefined) {
      const { number } = trusted;
      throw noWay(`ends at block ${number}: too few of its validators sealed a later one`, search, trusted);
    }
    hops.push(hop);
    trusted = hop;
  }
  return hops;
}

/**
 * Bisection, as if a header that is not vouched for had none behind it that is. Blocks of one set of validators are not
 * sealed by the same of them, though, so that those behind are worth a look: as many as the validators take turns.
 */
async function farthest<Header extends SealedHeader>(
  trusted: Trusted,
  { target, headerAt }: HopSearch<Header>,
): Promise<Header | undefined> {
  const accept = async (number: number) => {
    const header = await headerAt(number);
    return isVouchedFor(header.signers, trusted.validators) ? header : undefined;
  };
  let found: Header | undefined;
  let [low, high] = [trusted.number, target.number];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const header = await accept(middle);
    found = header ?? found;
    if (header) low = middle;
    else high = middle;
  }
  const end = Math.min(target.number, high + 1 + Math.min(trusted.validators.length, maxSweep));
  for (let number = high + 1; number < end; number++) found = (await accept(number)) ?? found;
  return found;
}

function noWay(reason: string, { checkpoint, target }: HopSearch<SealedHeader>, { number }: Trusted) {
  return new EslabonError(
    'BUNDLE_CHECKPOINT',
    `The way from block ${checkpoint.number} to block ${target.number} ${reason}.`,
    {
      details: { checkpoint: checkpoint.number, block: target.number, trusted: number },
      hints: ['Take a newer checkpoint, and give it to the border posts out of band.'],
    },
  );
}
