import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$|^native\//.test(name))
  .map((name): [string, string] => [name, readFileSync(join(import.meta.dirname, name), 'utf8')]);

describe('the sources', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it.each(sources)('%s have no clock, chance, network, file or process', (_name, text) => {
    const imported = [...text.matchAll(/from '([^'.][^']*)'/g)].map(([, module]) => module);
    const allowed = [
      '@eslabon/core',
      'zod',
      '@noble/curves/ed25519.js',
      '@noble/curves/nist.js',
      '@noble/curves/secp256k1.js',
      '@noble/hashes/sha2.js',
      'cborg',
      'fflate',
    ];
    expect(imported.filter((module) => !allowed.includes(module as string))).toEqual([]);
    expect(text).not.toMatch(/native\//);
    expect(text).not.toMatch(
      /Date\.now|new Date\(\)|Math\.random|\bfetch\b\(|\bprocess\.|globalThis|import\(/,
    );
  });
});
