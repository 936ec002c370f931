import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { limits } from './limits.js';
import { problemTypes } from './problems/problem-types.js';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture|d)\.ts$/.test(name))
  .map((name): [string, string] => [name, read(name)]);
const readme = read('../README.md');

describe('the sources', () => {
  it.each(sources)('%s have no clock, network, file or process', (_name, text) => {
    expect(text).not.toMatch(
      /from 'node:|Date\.now|new Date\(\)|Math\.random|\bfetch\(|\bprocess\.|import\(/,
    );
  });
});

describe('README.md', () => {
  it('lists every code that is told, and no other', () => {
    const listed = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, code]) => code);
    expect(listed.sort()).toEqual(Object.keys(problemTypes).sort());
  });

  it('lists every bound with its number', () => {
    for (const [name, bound] of Object.entries(limits)) {
      expect(readme).toMatch(new RegExp(`\\| \`${name}\` +\\| ${bound.toLocaleString('en')} +\\|`));
    }
  });

  it.each(Object.keys(problemTypes))('%s is raised somewhere', (code) => {
    const raising = sources.filter(
      ([name, text]) => !name.endsWith('problem-types.ts') && text.includes(`'${code}'`),
    );
    expect(raising.length).toBeGreaterThan(0);
  });
});
