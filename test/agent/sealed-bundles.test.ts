import { openBundle, type TrustAnchor } from '@eslabon/bundle';
import { collectCheckpoint } from '@eslabon/chain';
import { parseAgentConfig } from '@eslabon/customs';
import {
  call,
  createTestAgent,
  decide,
  issueSample,
  recognise,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const validator = (name: number) => testAccount(`validator ${name}`);
const validators = (...names: number[]) => names.map(validator);

let network: TestNetwork;
let peru: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({
    countries: ['PE', 'MX'],
    seal: {
      consensus: [{ fromBlock: 0, protocol: 'qbft' }],
      // One validator after another is replaced, until none of the first is left.
      validators: [
        { fromBlock: 0, validators: validators(1, 2, 3, 4) },
        { fromBlock: 40, validators: validators(2, 3, 4, 5) },
        { fromBlock: 50, validators: validators(3, 4, 5, 6) },
        { fromBlock: 60, validators: validators(4, 5, 6, 7) },
        { fromBlock: 70, validators: validators(5, 6, 7, 8) },
      ],
    },
  });
  peru = network.agent('PE');
  await recognise([peru.agent, network.agent('MX').agent]);
});

afterAll(() => network.stop());

/** What a post was given, once. */
function anchor(): TrustAnchor {
  const { deployment, seals } = parseAgentConfig(network.settings('PE'));
  if (seals === undefined) throw new Error('the network has no seals');
  return { ...deployment, attestors: [], seals };
}

const now = () => Math.floor(Date.now() / 1000) + 200;
const open = (file: Uint8Array) => openBundle(file, anchor(), { attestor: 'PE' as never, now: now() });
const latest = () => call(peru.url, 'getLatestBundle', { key: peru.keys.verifier });

async function mineTo(block: number): Promise<void> {
  const head = Number(await network.chain.request('eth_blockNumber'));
  if (head < block) await network.chain.request('anvil_mine', [`0x${(block - head).toString(16)}`]);
}

describe('an agent that follows the validators', () => {
  it('makes bundles that a post believes for the seals alone, its own word apart', async () => {
    const { bytes } = await latest();
    expect(open(bytes).trust).toMatchObject({ mode: 'sealed', protocol: 'qbft', validators: 4, hops: 0 });
    const attested = await peru.agent.parts.bundles.latest('attested');
    expect(attested.loaded.trust).toMatchObject({ mode: 'attested', country: 'PE' });
    expect(() => open(attested.bytes)).toThrow(expect.objectContaining({ code: 'BUNDLE_TRUST_MODE' }));
  });

  it('goes on with the validators, while posts still begin at the old ones', async () => {
    const view = await issueSample(peru);
    for (const block of [45, 55, 65, 75]) {
      await mineTo(block);
      await latest();
    }
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    const { loaded, bytes } = await peru.agent.parts.bundles.latest();
    expect(loaded.trust).toMatchObject({ mode: 'sealed', hops: 0 });
    const { trust, status } = open(bytes);
    expect(trust).toMatchObject({ mode: 'sealed', validators: 4 });
    expect(trust.mode === 'sealed' && trust.hops).toBeGreaterThan(0);
    const { list = -1, index = -1 } = view.statusEntry ?? {};
    expect(status(peru.agent.parts.keys.address, list, index)).toMatchObject({ suspended: true });
    // What it has come to trust outlives the process, and with it the trusting period of the configured one.
    await peru.restart();
    expect((await peru.agent.parts.bundles.latest()).loaded.trust).toMatchObject({ hops: 0 });
  });

  it('makes sealed bundles of blocks before its own checkpoint, and attested ones before the configured', async () => {
    const trust = anchor();
    const seals = trust.seals as NonNullable<TrustAnchor['seals']>;
    const first = seals.checkpoint.number;
    const past = await peru.agent.parts.bundles.at(first + 1);
    expect(past.loaded.trust.mode).toBe('sealed');
    expect(open(past.bytes).block.number).toBe(first + 1);
    const checkpoint = await collectCheckpoint(network.chain, trust.consensus ?? [], 45);
    await peru.restart({ seals: { ...seals, checkpoint } });
    const { bundles } = peru.agent.parts;
    expect((await bundles.at(44)).loaded.trust.mode).toBe('attested');
    expect((await bundles.at(46)).loaded.trust.mode).toBe('sealed');
    await expect(bundles.at(44, 'sealed')).rejects.toMatchObject({
      code: 'BUNDLE_TRUST_MODE',
      message: expect.stringContaining('block 45'),
    });
  });

  it('says so when its trust has run out', async () => {
    const { seals, ...settings } = network.settings('PE');
    await peru.stop();
    const stale = await createTestAgent(
      parseAgentConfig({
        ...settings,
        dataDir: `${network.folder}/stale`,
        seals: seals && { ...seals, trustingPeriod: 1 },
      }),
      () => new Date(Date.now() + 3_600_000),
    );
    try {
      const answer = await call(stale.url, 'getLatestBundle', { key: stale.keys.verifier });
      expect(answer).toMatchObject({ status: 503, code: 'BUNDLE_CHECKPOINT_EXPIRED' });
    } finally {
      await stale.stop();
    }
  });

  it('without a checkpoint has no sealed bundles', async () => {
    const { seals, ...settings } = network.settings('PE');
    const plain = await createTestAgent(parseAgentConfig(settings));
    try {
      expect((await plain.agent.parts.bundles.latest()).loaded.trust.mode).toBe('attested');
      await expect(plain.agent.parts.bundles.latest('sealed')).rejects.toMatchObject({
        code: 'BUNDLE_TRUST_MODE',
      });
    } finally {
      await plain.stop();
    }
  });
});
