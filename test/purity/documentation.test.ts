import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '@eslabon/core';
import { describeNetwork } from '@eslabon/network';
import { describe, expect, it } from '@jest/globals';
import { root } from './graph/workspace.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('docs/errors.md', () => {
  const named = () => [...read('docs/errors.md').matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)`/g)];

  it('names every error code', () => {
    const codes = new Set(named().map(([, code]) => code));
    expect(errorCodes.filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe('README.md and README.es.md', () => {
  const readmes = ['README.md', 'README.es.md'] as const;
  const prose = (path: string) => read(path).replace(/^```[\s\S]*?^```/gm, '');
  const levels = (path: string) =>
    [...prose(path).matchAll(/^(#{1,6}) \S/gm)].map(([, marks]) => marks?.length);

  it('have the same headings, level by level', () => {
    expect(levels('README.md').length).toBeGreaterThan(3);
    expect(levels('README.es.md')).toEqual(levels('README.md'));
  });

  it.each(readmes)('%s gives the next steps that npm start prints, in their order', async (path) => {
    const nothing = { agents: new Map(), apiKeys: {}, rpcUrl: '', stop: async () => undefined };
    const printed = await describeNetwork({ ...nothing, paths: {} as never });
    const commands = [...printed.matchAll(/^ *(npx eslabon .*)$/gm)].map(([, command]) => command as string);
    expect(commands.length).toBeGreaterThan(4);
    const lines = read(path)
      .split('\n')
      .map((line) => line.trim());
    let at = -1;
    for (const command of commands) {
      const found = lines.indexOf(command, at + 1);
      expect(found === -1 ? `missing or out of order: ${command}` : command).toBe(command);
      at = found;
    }
  });
});
