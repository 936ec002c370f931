import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyDelta, bundleDigest, openBundle, type TrustAnchor } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import { type SealSchedule, testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CallRequest,
  call,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

const validators = [1, 2, 3, 4].map((name) => testAccount(`validator ${name}`));
const seal: SealSchedule = {
  consensus: [{ fromBlock: 0, protocol: 'qbft' }],
  validators: [{ fromBlock: 0, validators }],
};

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], seal });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const get = (id: 'getLatestBundle' | 'getBundleAt' | 'getBundleDelta', request: CallRequest = {}) =>
  call(agent.url, id, { key: agent.keys.post, ...request });

/** A post that follows the validators, and believes nobody's attestation. */
function open(file: Uint8Array) {
  const { deployment, seals } = agent.agent.parts.config;
  const trust = { ...deployment, attestors: [], seals } as unknown as TrustAnchor;
  return openBundle(file, trust, { attestor: 'ZZ' as Country, now: Math.floor(Date.now() / 1000) });
}

const isRefusedAs = (code: string) => expect.objectContaining({ code });

describe('an agent that follows the validators', () => {
  it('gives sealed bundles, and attested ones to posts that ask for them', async () => {
    const best = await get('getLatestBundle');
    expect(open(best.bytes).trust.mode).toBe('sealed');
    expect(best.headers.get('content-location')).toMatch(/\?trust=sealed$/);
    const sealed = await get('getLatestBundle', { query: { trust: 'sealed' } });
    expect(sealed.headers.get('etag')).toBe(best.headers.get('etag'));
    const attested = await get('getLatestBundle', { query: { trust: 'attested' } });
    expect(attested.headers.get('content-location')).toMatch(/\?trust=attested$/);
    expect(() => open(attested.bytes)).toThrow(isRefusedAs('BUNDLE_TRUST_MODE'));
  });

  it('has no seals for a block before its checkpoint, and says so', async () => {
    const block = String(network.deployment.deployBlock);
    const sealed = await get('getBundleAt', { params: { block }, query: { trust: 'sealed' } });
    expect(sealed).toMatchObject({ status: 404, code: 'BUNDLE_TRUST_MODE' });
  });

  it('makes a base again that it no longer has, where the post tells its block', async () => {
    const base = (await get('getLatestBundle')).bytes;
    const { number } = open(base).block;
    await agent.agent.parts.client.request('anvil_mine', ['0x3']);
    const { dataDir } = agent.agent.parts.config;
    rmSync(join(dataDir, 'served'), { recursive: true });
    await agent.restart();
    const query = { base: bundleDigest(base) };
    expect(await get('getBundleDelta', { query })).toMatchObject({ status: 404, code: 'DELTA_BASE_UNKNOWN' });
    const answer = await get('getBundleDelta', { query: { ...query, block: String(number) } });
    const newest = (await get('getLatestBundle')).bytes;
    expect(applyDelta(base, answer.bytes)).toEqual(newest);
    expect(open(newest).block.number).toBeGreaterThan(number);
  });

  it('leads from an attested bundle to a sealed one', async () => {
    const attested = (await get('getLatestBundle', { query: { trust: 'attested' } })).bytes;
    const answer = await get('getBundleDelta', { query: { base: bundleDigest(attested), trust: 'sealed' } });
    expect(open(applyDelta(attested, answer.bytes)).trust.mode).toBe('sealed');
  });
});

describe('an agent that does not', () => {
  it('has no sealed bundles', async () => {
    const plain = await startTestNetwork({ countries: ['PE', 'MX'] });
    try {
      const { url, keys } = plain.agent('PE');
      const answer = await call(url, 'getLatestBundle', { key: keys.post, query: { trust: 'sealed' } });
      expect(answer).toMatchObject({ status: 404, code: 'BUNDLE_TRUST_MODE' });
    } finally {
      await plain.stop();
    }
  });
});
