import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDeployment } from '@eslabon/bundle';
import { testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deployer, eslabon, founders, writeFounders } from '../../testing/deploy-fixture.js';
import { serveHttp } from '../../testing/serve-http.js';
import { startHubWay, startRelayWay, type TestWay } from '../../testing/start-way.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let relay: TestWay;
let hub: TestWay;

beforeAll(async () => {
  [relay, hub] = await Promise.all([startRelayWay(), startHubWay()]);
});

afterAll(async () => {
  await Promise.all([relay.stop(), hub.stop()]);
});

/** Writes `submitter.json` and gives the arguments to deploy by it. */
async function by(folder: string, way: TestWay, settings: unknown = way.settings): Promise<string[]> {
  await writeFile(join(folder, 'submitter.json'), JSON.stringify(settings));
  return [...(await writeFounders(folder, way.rpcUrl)), '--submitter', 'submitter.json'];
}

const readOut = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8')) as Record<string, unknown>;

describe.each([
  ['relay', () => relay, /^Deploying \w+ through the relay …$/gm],
  ['hub', () => hub, /^Deploying \w+ \(transaction 0x[0-9a-f]{64}\) …$/gm],
] as const)('registry deploy --submitter, by %s', (_model, wayOf, steps) => {
  it('writes what agents and verifiers pin, and says the second time that all is there', () =>
    inTemporaryFolder(async (folder) => {
      const way = wayOf();
      const before = await way.created();
      const args = await by(folder, way);
      const first = await eslabon(folder, args);
      expect(first).toMatchObject({ code: 0 });
      expect(first.err.match(steps)).toHaveLength(4);
      expect(await way.created()).toBe(before + 4);
      const deployment = parseDeployment(await readOut(folder));

      const again = await eslabon(folder, [...args, '--json']);
      expect(again).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(again.out)).toEqual({ ...deployment, deployed: [] });
      expect(await way.created()).toBe(before + 4);

      const where = ['--rpc', way.rpcUrl, '--deployment', 'deployment.json'];
      const status = await eslabon(folder, ['registry', 'status', ...where, '--json']);
      expect(status.code).toBe(0);
      expect(JSON.parse(status.out).counts).toMatchObject({ members: founders.length });

      // As an earlier run leaves it that was interrupted behind the last contract.
      const { layoutVersion, ...rest } = await readOut(folder);
      await writeFile(join(folder, 'deployment.json'), JSON.stringify({ unfinished: true, ...rest }));
      expect(await eslabon(folder, args)).toMatchObject({ code: 0, err: '' });
      expect(await readOut(folder)).toEqual({ ...rest, layoutVersion });
      expect(await way.created()).toBe(before + 4);
    }));
});

describe('registry deploy --submitter', () => {
  it('says the way before it asks', () =>
    inTemporaryFolder(async (folder) => {
      const args = (await by(folder, hub)).filter((arg) => arg !== '--yes');
      for (const [language, words] of [
        ['en', 'Submitter: hub 0x'],
        ['es', 'Vía de envío: hub 0x'],
        ['pt', 'Via de envio: hub 0x'],
      ] as const) {
        const refused = await eslabon(folder, [...args, '--lang', language], { ask: async () => 'n' });
        expect(refused).toMatchObject({ code: 2 });
        expect(refused.err).toContain(`  ${words}`);
      }
    }));

  it('tells why a relay refuses, leaves the file as it was, and goes on when it does not', () =>
    inTemporaryFolder(async (folder) => {
      const before = await relay.created();
      const refusing = await serveHttp(async ({ body }) => {
        const { id, method } = JSON.parse(body);
        if (method === 'eth_sendRawTransaction') {
          const error = { code: -32_007, message: 'Sender account not authorized to send transactions' };
          return { body: { jsonrpc: '2.0', id, error } };
        }
        const url = String(relay.settings.relaySignerUrl);
        const headers = { 'content-type': 'application/json' };
        return { body: await (await fetch(url, { method: 'POST', headers, body })).json() };
      });
      const refusedBy = { ...relay.settings, relaySignerUrl: refusing.url };
      const refused = await eslabon(folder, await by(folder, relay, refusedBy));
      await refusing.close();
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toContain('error CHAIN_SENDER_NOT_PERMITTED: ');
      expect(refused.err).toMatch(/hint: Check that 0x[0-9a-f]{40} is the account of the RelaySigner's node/);
      expect(await readOut(folder)).toMatchObject({ unfinished: true, pending: { name: 'didRegistry' } });

      const args = await by(folder, relay);
      const finished = await eslabon(folder, [...args, '--lang', 'es']);
      expect(finished).toMatchObject({ code: 0 });
      expect(finished.err).toContain('Continuando con didRegistry, que firmó una ejecución anterior …\n');
      expect(await relay.created()).toBe(before + 4);
    }));

  it.each([
    [
      'a relay whose node may use too little gas',
      'CHAIN_GAS_ALLOWANCE',
      () => ({ ...relay.settings, gasAllowance: 'standard' }),
      'has to be carried by a larger member',
    ],
    [
      'a relay by another node than is said',
      'CHAIN_SENDER_NOT_PERMITTED',
      () => ({ ...relay.settings, nodeAddress: testAccount('another node').address }),
      "is the account of the RelaySigner's node",
    ],
    [
      'a RelaySigner that is not there',
      'CHAIN_UNREACHABLE',
      () => ({ ...relay.settings, relaySignerUrl: 'http://127.0.0.1:1' }),
      'Check that the node runs',
    ],
  ])('refuses %s with %s', (_what, code, settings, hint) =>
    inTemporaryFolder(async (folder) => {
      const before = await relay.created();
      const ran = await eslabon(folder, await by(folder, relay, settings()));
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(`error ${code}: `);
      expect(ran.err).toContain(hint);
      expect(await relay.created()).toBe(before);
    }),
  );

  it('tells whom to ask when the hub does not know the account as deployer', () =>
    inTemporaryFolder(async (folder) => {
      const strange = await startHubWay({ admits: false });
      try {
        const ran = await eslabon(folder, await by(folder, strange));
        expect(ran).toMatchObject({ code: 2, out: '' });
        expect(ran.err).toContain('error CHAIN_RELAY_REFUSED: ');
        expect(ran.err).toContain('admit the carrying account as deployer');
        await expect(stat(join(folder, 'deployment.json'))).rejects.toMatchObject({ code: 'ENOENT' });
      } finally {
        await strange.stop();
      }
    }));

  it('says when the hub’s quota is used up, and goes on when it is there again', () =>
    inTemporaryFolder(async (folder) => {
      const spent = await startHubWay();
      try {
        const args = await by(folder, spent);
        expect(await eslabon(folder, args)).toMatchObject({ code: 0 });
        const second = args.map((arg) => (arg === 'deployment.json' ? 'second.json' : arg));
        const ran = await eslabon(folder, second);
        expect(ran).toMatchObject({ code: 2, out: '' });
        expect(ran.err).toContain('error CHAIN_RELAY_REFUSED: ');
        expect(ran.err).toContain('hint: Deploy again later');
        const created = await spent.created();
        expect(created).toBeGreaterThan(4);
        expect(created).toBeLessThan(8);
        await spent.pass(601);
        expect(await eslabon(folder, second)).toMatchObject({ code: 0 });
        expect(await spent.created()).toBe(8);
      } finally {
        await spent.stop();
      }
    }));

  it.each([
    ['is not JSON', '{', 'is not JSON'],
    ['is a model', '"hub"', '(all): must be an object'],
    ['names no model', '{}', 'model: must be one of direct, relay, hub'],
    ['names a model that there is not', '{"model": "pigeon"}', 'model: must be one of'],
    ['has a wrong address', '{"model": "hub", "hub": "0xab"}', 'hub: must be 20 bytes'],
    ['lacks members', '{"model": "relay"}', 'relaySignerUrl: '],
    [
      'has a key in it',
      `{"model": "direct", "privateKey": "0x${'5'.repeat(64)}"}`,
      'privateKey: is no member',
    ],
  ])('refuses a file that %s', (_what, content, words) =>
    inTemporaryFolder(async (folder) => {
      const args = await by(folder, hub);
      await writeFile(join(folder, 'submitter.json'), content);
      const ran = await eslabon(folder, args);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('error CONFIG_INVALID: ');
      expect(ran.err).toContain(words);
      expect(ran.err).not.toContain('5555');
      await expect(stat(join(folder, 'deployment.json'))).rejects.toMatchObject({ code: 'ENOENT' });
    }),
  );

  it('refuses a file that is not there', () =>
    inTemporaryFolder(async (folder) => {
      const ran = await eslabon(folder, [
        ...(await writeFounders(folder, hub.rpcUrl)),
        '--submitter',
        'nobody',
      ]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('error FILE_UNREADABLE: ');
    }));

  it('does not finish by another way what is on its way', () =>
    inTemporaryFolder(async (folder) => {
      const alive = await serveHttp(async ({ body }) => {
        const { id, method } = JSON.parse(body);
        if (method === 'eth_getTransactionCount') return { body: { jsonrpc: '2.0', id, result: '0x0' } };
        return { status: 503, body: '' };
      });
      const first = await by(folder, relay, { ...relay.settings, relaySignerUrl: alive.url });
      expect(await eslabon(folder, first)).toMatchObject({ code: 2 });
      await alive.close();
      const kept = await readOut(folder);
      expect(kept).toMatchObject({
        pending: { name: 'didRegistry', way: `relay ${relay.settings.nodeAddress}` },
      });
      const ran = await eslabon(folder, await writeFounders(folder, relay.rpcUrl));
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('error CONFIG_INVALID: The didRegistry is on its way by “relay 0x');
      expect(ran.err).toContain('Finish with the submitter of the first run');
      expect(await readOut(folder)).toEqual(kept);
    }));

  it('is told in help', async () => {
    const { out, code } = await eslabon('/', ['registry', 'deploy', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--submitter <file>');
    expect(out).not.toContain(deployer.privateKey.slice(2));
  });
});
