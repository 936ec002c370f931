import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTrustAnchor } from '@eslabon/bundle';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { SubmitterModel } from '../state/network-state.js';
import { readNetworkState } from '../state/network-state.js';
import type { Network } from './start-network.js';
import { startNetwork } from './start-network.js';

const root = mkdtempSync(join(tmpdir(), 'eslabon-network-'));
let network: Network | undefined;

afterAll(async () => {
  await network?.stop();
  rmSync(root, { recursive: true, force: true });
});

const start = async (submitter?: SubmitterModel) => {
  const options = { root, fresh: false, basePort: 0, registers: false, report: () => undefined };
  network = await startNetwork({ ...options, submitter });
  return network;
};

const ways = ({ agents }: Network) =>
  new Set([...agents.values()].map(({ parts }) => parts.config.submitter.model));

/** What Mexico's border posts have to believe a bundle for. */
const trustOf = async ({ agents }: Network) => (await agents.get('MX')?.parts.bundles.latest())?.loaded.trust;
const readAnchor = ({ paths }: Network) => parseTrustAnchor(JSON.parse(readFileSync(paths.trust, 'utf8')));

describe('startNetwork over a relay', () => {
  it('anchors eight authorities, and goes the same way when it is started again', async () => {
    const first = await start('relay');
    expect(first.agents.size).toBe(8);
    for (const { url } of first.agents.values()) {
      const metadata = await (await fetch(`${url}/.well-known/openid-credential-issuer`)).json();
      expect(metadata).toMatchObject({ credential_issuer: url });
      expect((await fetch(`${url}/v1/wallet/anchor`)).status).toBe(200);
    }
    expect(ways(first)).toEqual(new Set(['relay']));
    const sealed = await trustOf(first);
    expect(sealed).toMatchObject({ mode: 'sealed', protocol: 'qbft', validators: 4 });
    const { seals } = readAnchor(first);
    await first.stop();
    const hub = readNetworkState(first.paths.state)?.hub;
    expect(hub).toBeDefined();

    await expect(start('direct')).rejects.toMatchObject({ code: 'CONFIG_INVALID' });

    const again = await start();
    expect(ways(again)).toEqual(new Set(['relay']));
    expect(await trustOf(again)).toMatchObject({ mode: 'sealed', validators: 4 });
    expect(readAnchor(again).seals).toEqual(seals);
    expect(readNetworkState(again.paths.state)?.hub).toBe(hub);
    for (const { parts } of again.agents.values()) expect(parts.anchoring.trouble()).toBeUndefined();
  }, 180_000);
});
