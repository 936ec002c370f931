import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { captureIo } from '../testing/capture-io.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { agentAddress } from './agent-address.js';

const listed = { PE: { url: 'http://127.0.0.1:4108', key: 'esk_pe' } };

async function inNetworkFolder<T>(work: (cwd: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (root) => {
    await mkdir(join(root, '.eslabon'));
    await writeFile(join(root, '.eslabon', 'agents.json'), JSON.stringify(listed));
    return work(root);
  });
}

describe('an agent named by its country', () => {
  it('has the address and the key of the nearest list', () =>
    inNetworkFolder(async (cwd) => {
      const io = captureIo({ cwd, home: cwd, env: {} });
      expect(await agentAddress(io, { agent: 'pe' })).toEqual({ baseUrl: listed.PE.url, apiKey: 'esk_pe' });
    }));

  it('never gets the key of the environment, which is for another address', () =>
    inNetworkFolder(async (cwd) => {
      const io = captureIo({ cwd, home: cwd, env: { ESLABON_KEY: 'esk_production' } });
      expect((await agentAddress(io, { agent: 'PE' })).apiKey).toBe('esk_pe');
      expect((await agentAddress(io, { agent: 'PE', key: 'esk_given' })).apiKey).toBe('esk_given');
    }));

  it('that is not listed, or without a list, is an error that says so', () =>
    inNetworkFolder(async (cwd) => {
      const io = captureIo({ cwd, home: cwd, env: {} });
      await expect(agentAddress(io, { agent: 'XX' })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
      await inTemporaryFolder(async (empty) => {
        const nowhere = captureIo({ cwd: empty, home: empty, env: {} });
        await expect(agentAddress(nowhere, { agent: 'PE' })).rejects.toMatchObject({
          code: 'CONFIG_INVALID',
          message: expect.stringContaining('agents.json'),
        });
      });
    }));
});
