import { join } from 'node:path';
import { createAgent, parseAgentConfig } from '@eslabon/customs';
import { startTestNetwork, type TestNetwork } from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startAgentProcess } from './agent-process.js';

let network: TestNetwork;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
});

afterAll(() => network.stop());

const start = () => createAgent(parseAgentConfig(network.settings('PE')));

describe('a data folder', () => {
  it('belongs to one agent at a time', async () => {
    await expect(start()).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      message: expect.stringContaining(join(network.folder, 'PE')),
    });
    expect(await network.agent('PE').as('machine').getHealth({})).toEqual({ status: 'ok' });
    await network.agent('PE').stop();
    const again = await start();
    await again.stop();
  });

  it('is free again when the process that had it was killed', async () => {
    const { masterKey, ...settings } = network.settings('PE');
    const file = join(network.folder, 'killed.json');
    const process = await startAgentProcess(file, { ...settings, logLevel: 'info' }, masterKey);
    await expect(start()).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      hints: [expect.stringContaining('Stop it')],
    });
    await process.kill();
    const again = await start();
    await again.stop();
  });
});
