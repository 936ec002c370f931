import type { Checkpoint, SealedHeader } from '@eslabon/bundle';
import { isVouchedFor, quorumOf } from '@eslabon/bundle';
import type { Address } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Random } from '../testing/random.js';
import { seededRandom } from '../testing/random.js';
import type { Leaving } from '../testing/rotating-validators.js';
import { rotatingValidators } from '../testing/rotating-validators.js';
import { findHops } from './find-hops.js';

const address = (member: number): Address => `0x${member.toString(16).padStart(40, '0')}`;

interface Chain {
  checkpoint: Checkpoint;
  /** By number; the checkpoint is block 0. */
  headers: SealedHeader[];
}

/** Headers without signatures: a set of validators every `blocks`, each header sealed by whom `signers` picks. */
function chainOf(
  sets: readonly (readonly number[])[],
  blocks: number,
  signers: (set: readonly number[]) => readonly number[],
): Chain {
  const headers = Array.from({ length: sets.length * blocks }, (_, number): SealedHeader => {
    const set = sets[Math.floor(number / blocks)] as number[];
    return {
      protocol: 'qbft',
      number,
      timestamp: number,
      hash: `0x${number.toString(16).padStart(64, '0')}`,
      round: 0,
      validators: set.map(address).sort(),
      signers: signers(set).map(address),
    };
  });
  const { number, timestamp, hash, validators } = headers[0] as SealedHeader;
  return { checkpoint: { number, timestamp, hash, validators }, headers };
}

const all = (set: readonly number[]) => set;
/** As few as have to, chosen anew for each block. */
const quorum = (random: Random) => (set: readonly number[]) => {
  const left = [...set];
  return Array.from(
    { length: quorumOf(set.length) },
    () => left.splice(random.below(left.length), 1)[0] as number,
  );
};

async function search({ checkpoint, headers }: Chain, maxHops = 256) {
  const target = headers.at(-1) as SealedHeader;
  const asked = new Set<number>();
  const headerAt = async (number: number) => {
    expect(number).toBeGreaterThan(checkpoint.number);
    expect(number).toBeLessThan(target.number);
    asked.add(number);
    return headers[number] as SealedHeader;
  };
  const hops = await findHops({ checkpoint, target, headerAt, maxHops });
  return { hops, asked: asked.size, path: [...hops, target] };
}

function expectWay(chain: Chain, path: readonly SealedHeader[]): void {
  let trusted: Pick<Checkpoint, 'number' | 'validators'> = chain.checkpoint;
  for (const next of path) {
    expect(next.number).toBeGreaterThan(trusted.number);
    expect(isVouchedFor(next.signers, trusted.validators)).toBe(true);
    trusted = next;
  }
}

/** The fewest headers in between that there can be, from knowing every header; undefined when there is no way. */
function fewestHops({ checkpoint, headers }: Chain): number | undefined {
  const steps: (number | undefined)[] = [0];
  for (let to = 1; to < headers.length; to++) {
    for (let from = 0; from < to; from++) {
      const before = steps[from];
      const { validators } = from === 0 ? checkpoint : (headers[from] as SealedHeader);
      if (before === undefined || before + 1 >= (steps[to] ?? Number.POSITIVE_INFINITY)) continue;
      if (isVouchedFor((headers[to] as SealedHeader).signers, validators)) steps[to] = before + 1;
    }
  }
  const least = steps[headers.length - 1];
  return least === undefined ? undefined : least - 1;
}

const rotation = (size: number, leaving: Leaving, replacements = 100) => ({ size, replacements, leaving });

describe('findHops', () => {
  it('needs none while enough of the trusted validators seal', async () => {
    const chain = chainOf(rotatingValidators(rotation(4, 'oldest', 2), seededRandom(1)), 10, all);
    expect(await search(chain)).toMatchObject({ hops: [], asked: 0 });
  });

  it.each<[number, Leaving, number]>([
    [4, 'oldest', 49],
    [4, 'anybody', 30],
    [10, 'oldest', 16],
    [10, 'anybody', 9],
  ])('finds the fewest over 100 replacements of one of %i, of %s: %i', async (size, leaving, expected) => {
    const chain = chainOf(rotatingValidators(rotation(size, leaving), seededRandom(7)), 5, all);
    const { hops, path, asked } = await search(chain);
    expectWay(chain, path);
    expect(hops).toHaveLength(expected);
    expect(fewestHops(chain)).toBe(expected);
    // About log2(500) and the sweep for each hop, less what was asked before.
    expect(asked).toBeLessThan(expected * 16);
  });

  it('finds a way over any one-by-one replacement, also when each block has the fewest seals', async () => {
    const setup = fc.record({
      size: fc.integer({ min: 4, max: 13 }),
      replacements: fc.integer({ min: 0, max: 30 }),
      leaving: fc.constantFrom<Leaving>('oldest', 'anybody'),
      blocks: fc.integer({ min: 2, max: 6 }),
      isQuorum: fc.boolean(),
      seed: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(setup, async ({ blocks, isQuorum, seed, ...sets }) => {
        const random = seededRandom(seed);
        const chain = chainOf(rotatingValidators(sets, random), blocks, isQuorum ? quorum(random) : all);
        expectWay(chain, (await search(chain)).path);
      }),
      { numRuns: 300 },
    );
  });

  it('finds few more than the fewest where it depends on who sealed which block', async () => {
    const sums = { found: 0, fewest: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const random = seededRandom(seed);
      const sets = rotatingValidators(rotation(4 + (seed % 7), 'anybody', 30), random);
      const chain = chainOf(sets, 4, quorum(random));
      sums.found += (await search(chain)).hops.length;
      sums.fewest += fewestHops(chain) as number;
    }
    expect(sums.fewest).toBeGreaterThan(250);
    expect(sums.found / sums.fewest).toBeLessThan(1.1);
  });

  const [before, after] = [
    [1, 2, 3, 4],
    [1, 5, 6, 7],
  ];

  it('finds none when more than the honest part was replaced in one block', async () => {
    const chain = chainOf([before, after], 10, all);
    await expect(search(chain)).rejects.toMatchObject({
      code: 'BUNDLE_CHECKPOINT',
      message: expect.stringContaining('ends at block 9'),
      details: { checkpoint: 0, block: 19, trusted: 9 },
    });
  });

  it('looks behind a block that the wrong ones sealed', async () => {
    // One and two seal together only in blocks that bisection, misled by the others, passes over.
    const sets = [before, [1, 2, 5, 6], [5, 6, 7, 8]];
    const chain = chainOf(sets, 4, all);
    for (const header of chain.headers.slice(1)) {
      if (header.number > 4 && header.number < 7) header.signers = [2, 5, 6].map(address);
      if (header.number === 4) header.signers = [1, 5, 6].map(address);
    }
    const { hops } = await search(chain);
    expect(hops.map(({ number }) => number)).toEqual([7]);
  });

  it('takes no more headers than it may', async () => {
    const chain = chainOf(rotatingValidators(rotation(4, 'oldest', 12), seededRandom(1)), 3, all);
    expect((await search(chain, 5)).hops).toHaveLength(5);
    await expect(search(chain, 4)).rejects.toMatchObject({
      code: 'BUNDLE_CHECKPOINT',
      message: expect.stringContaining('more than 4 headers'),
    });
  });
});
