import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDelta, type FolderIndex } from '@eslabon/bundle';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decide,
  issueSample,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '../../testing/index.js';
import { fillBundleFolder } from './fill-bundle-folder.js';

let network: TestNetwork;
let agent: TestAgent;
let now = new Date();

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

async function suspendOne(): Promise<void> {
  const view = await issueSample(agent);
  await settled(agent, (await decide(agent, view, 'suspend')).id);
}

const indexOf = (folder: string): FolderIndex | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  } catch {
    return undefined;
  }
};

const filled = (folder: string, bundles: number) =>
  waitFor(
    async () => indexOf(folder),
    (index) => (index?.bundles.length ?? 0) >= bundles,
  ) as Promise<FolderIndex>;

/** Fills a folder until the test is over. */
async function filling(
  name: string,
  use: (folder: string) => Promise<void>,
  options: { leastMs?: number; most?: number } = {},
): Promise<void> {
  const folder = join(network.folder, name);
  const parts = { ...agent.agent.parts, clock: () => now };
  const running = fillBundleFolder(parts, { path: folder, leastMs: 10, ...options });
  try {
    await use(folder);
  } finally {
    await running.stop();
  }
}

describe('the bundle folder', () => {
  it('has a bundle from the beginning, and another with a delta after each change', () =>
    filling('share', async (folder) => {
      await filled(folder, 1);
      await suspendOne();
      const { bundles, deltas } = await filled(folder, 2);
      const [newest, before] = bundles;
      const read = (file = '') => new Uint8Array(readFileSync(join(folder, file)));
      expect(applyDelta(read(before?.file), read(deltas[0]?.file))).toEqual(read(newest?.file));
      expect(newest?.file).toMatch(/^pe-\d+-[0-9a-f]{8}\.eslabon$/);
      expect(newest?.register).toBeUndefined();
      expect(readdirSync(folder)).toContain('LEEME-README.txt');
    }));

  it('is left alone while nothing changes, until the bundle ages', () =>
    filling('calm', async (folder) => {
      const [first] = (await filled(folder, 1)).bundles;
      await agent.agent.parts.client.request('anvil_mine', ['0x2']);
      const ahead = (first?.block ?? 0) + 2;
      await waitFor(
        async () => agent.agent.parts.follower.index.head(),
        (head) => head >= ahead,
      );
      expect(indexOf(folder)?.bundles).toEqual([first]);
      now = new Date(Date.now() + 3700_000);
      const [newest] = (await filled(folder, 2)).bundles;
      expect(newest?.block).toBeGreaterThanOrEqual(ahead);
      now = new Date();
    }));

  it('is filled as soon as it can be written', async () => {
    const folder = join(network.folder, 'stick');
    writeFileSync(folder, 'in the way');
    await filling('stick', async () => {
      await suspendOne();
      expect(indexOf(folder)).toBeUndefined();
      rmSync(folder);
      expect((await filled(folder, 1)).bundles).toHaveLength(1);
    });
  });

  it('is not taken where it belongs to something else', async () => {
    const folder = join(network.folder, 'photos');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.json'), '{}');
    await filling('photos', async () => {
      await suspendOne();
      expect(readdirSync(folder)).toEqual(['index.json']);
    });
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe('{}');
  });

  it('is filled by an agent that is told to', async () => {
    const folder = join(network.folder, 'configured');
    await agent.restart({ bundleFolder: folder });
    expect((await filled(folder, 1)).bundles).toHaveLength(1);
    await agent.restart();
  });
});
