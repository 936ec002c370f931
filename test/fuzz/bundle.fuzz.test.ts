import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCodes } from '@eslabon/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FuzzResult } from './run-worker.js';
import { runWorker } from './run-worker.js';
import { writeFixtures } from './write-fixtures.js';

/** How many inputs, and where they begin: a finding is had again with its seed and one input. */
const count = Number(process.env.FUZZ_INPUTS ?? 100_000);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 0x7fff_ffff));

let folder: string;
let results: FuzzResult[];

beforeAll(async () => {
  process.stderr.write(`FUZZ_SEED=${seed} FUZZ_INPUTS=${count}\n`);
  folder = await mkdtemp(join(tmpdir(), 'eslabon-fuzz-'));
  await writeFixtures(folder);
  const half = Math.ceil(count / 2);
  results = await Promise.all([runWorker(folder, seed, half), runWorker(folder, seed + half, count - half)]);
  process.stderr.write(`${JSON.stringify(results, undefined, 1)}\n`);
}, 1_200_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const total = (outcome: string) => results.reduce((sum, { outcomes }) => sum + (outcomes[outcome] ?? 0), 0);

describe('altered bundles and deltas', () => {
  it('are never taken for what they are not, crash nothing and take no longer than 2 s each', () => {
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('use no more than 256 MB', () => {
    for (const { grownMebibytes } of results) expect(grownMebibytes).toBeLessThan(256);
  });

  it('were as many as asked for, and got past the checksum to every layer of the proof', () => {
    const outcomes = new Set(results.flatMap((result) => Object.keys(result.outcomes)));
    const inputs = [...outcomes].reduce((sum, outcome) => sum + total(outcome), 0);
    expect(inputs).toBe(count);
    expect(total('skipped')).toBeLessThan(count / 100);
    for (const code of reached) expect([...outcomes]).toContain(code);
    const unknown = [...outcomes].filter((outcome) => !['same', 'skipped', ...errorCodes].includes(outcome));
    expect(unknown).toEqual([]);
  });
});

/** Codes of every layer; were one of them missing, the inputs would not reach what lies behind. */
const reached = [
  'BUNDLE_MALFORMED',
  'BUNDLE_VERSION',
  'BUNDLE_TOO_LARGE',
  'BUNDLE_CHAIN',
  'BUNDLE_HEADER',
  'BUNDLE_ATTESTATION',
  'BUNDLE_ATTESTOR_UNKNOWN',
  'BUNDLE_ACCOUNT_PROOF',
  'BUNDLE_STORAGE_ROOT',
  'BUNDLE_KEY_SET',
  'BUNDLE_SEALS',
  'BUNDLE_CHECKPOINT',
  'DELTA_MALFORMED',
  'DELTA_VERSION',
  'DELTA_BASE',
  'DELTA_RESULT',
];
