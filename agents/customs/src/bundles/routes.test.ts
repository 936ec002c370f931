import { createHash } from 'node:crypto';
import { applyDelta, bundleDigest, describeDelta, openBundle, type TrustAnchor } from '@eslabon/bundle';
import type { Country, Hash } from '@eslabon/core';
import { formatMultikey } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicKeyOf } from '../platform/keys/public-key-of.js';
import {
  type CallRequest,
  call,
  chainHead,
  decide,
  issueSample,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const peru = 'PE' as Country;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const nobody = `0x${'0'.repeat(64)}`;

const latest = (request: CallRequest = {}) =>
  call(agent.url, 'getLatestBundle', { key: agent.keys.post, ...request });
const delta = (base: string, query: Record<string, string> = {}, role: 'post' | 'verifier' = 'post') =>
  call(agent.url, 'getBundleDelta', { key: agent.keys[role], query: { base, ...query } });

/** Asks for the newest bundle with headers of its own, and takes whatever comes. */
async function raw(headers: Record<string, string>, method = 'GET') {
  const response = await fetch(`${agent.url}/v1/bundles/latest`, {
    method,
    headers: { authorization: `Bearer ${agent.keys.post}`, ...headers },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

/** What a border post of Peru was given. */
function anchor(): TrustAnchor {
  const { keys, config } = agent.agent.parts;
  const attestor = publicKeyOf(keys.key('delegate-1'));
  return {
    ...config.deployment,
    attestors: [
      { country: peru, kid: `${keys.did}#delegate-1`, publicKeyMultibase: formatMultikey(attestor) },
    ],
  };
}

const open = (file: Uint8Array) => openBundle(file, anchor(), { attestor: peru });

/** Changes the chain, and waits until the agent's newest bundle has it. */
async function suspendOne(): Promise<void> {
  const view = await issueSample(agent);
  const { state } = await settled(agent, (await decide(agent, view, 'suspend')).id);
  expect(state).toBe('confirmed');
}

describe('a bundle over HTTP', () => {
  it('says what it is, under which name to keep it, and where it stays', async () => {
    const { headers, bytes } = await latest();
    const { block } = open(bytes);
    expect(headers.get('etag')).toBe(`"${sha256(bytes).toString('hex')}"`);
    expect(headers.get('repr-digest')).toBe(`sha-256=:${sha256(bytes).toString('base64')}:`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="pe-${block.number}.eslabon"`);
    expect(headers.get('content-location')).toBe(`/v1/bundles/${block.number}?trust=attested`);
    expect(headers.get('content-length')).toBe(String(bytes.length));
    expect(headers.get('accept-ranges')).toBe('bytes');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toContain('authorization');
  });

  it('is the same file at the place where it stays, after newer blocks', async () => {
    const before = await latest();
    const { number } = open(before.bytes).block;
    await suspendOne();
    const there = await call(agent.url, 'getBundleAt', {
      key: agent.keys.post,
      params: { block: String(number) },
    });
    expect(there.bytes).toEqual(before.bytes);
    expect(there.headers.get('etag')).toBe(before.headers.get('etag'));
    expect(there.headers.get('cache-control')).toBe('private, max-age=86400');
    expect((await latest()).headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  it('does not come twice, whatever fetch() makes of the condition', async () => {
    const etag = (await latest()).headers.get('etag') as string;
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, bytes, headers } = await raw({
        'if-none-match': condition,
        'cache-control': 'no-cache',
      });
      expect([status, bytes.length, headers.get('etag')]).toEqual([304, 0, etag]);
    }
    for (const condition of ['"other"', etag.replaceAll('"', ''), '']) {
      expect((await raw({ 'if-none-match': condition })).status).toBe(200);
    }
  });

  it('tells of itself without its body', async () => {
    const { headers, bytes } = await latest();
    const head = await raw({ range: 'bytes=0-9' }, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    for (const name of ['etag', 'content-length', 'content-disposition', 'content-type']) {
      expect([name, head.headers.get(name)]).toEqual([name, headers.get(name)]);
    }
    expect(Number(head.headers.get('content-length'))).toBe(bytes.length);
    const etag = headers.get('etag') as string;
    expect((await raw({ 'if-none-match': etag }, 'HEAD')).status).toBe(304);
  });

  it('comes in parts that make the whole', async () => {
    const { bytes, headers } = await latest();
    const etag = headers.get('etag') as string;
    const size = bytes.length;
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 100],
      ['bytes=100-', 100, size],
      [`bytes=100-${size + 500}`, 100, size],
      ['bytes=-7', size - 7, size],
      [`bytes=${size - 1}-`, size - 1, size],
      ['bytes=0-4,5-9', 0, 10],
    ] as const) {
      const part = await raw({ range, 'if-range': etag });
      expect([range, part.status]).toEqual([range, 206]);
      expect(part.bytes).toEqual(bytes.subarray(from, to));
      expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${size}`);
      expect(part.headers.get('content-length')).toBe(String(to - from));
      expect(part.headers.get('etag')).toBe(etag);
    }
  });

  it.each([
    ['another file is meant', { range: 'bytes=5-', 'if-range': '"other"' }],
    ['a time is meant', { range: 'bytes=5-', 'if-range': 'Wed, 21 Oct 2026 07:28:00 GMT' }],
    ['the tag is weak', { range: 'bytes=5-', 'if-range': 'W/"x"' }],
    ['several parts are asked for', { range: 'bytes=0-4,8-9' }],
    ['the unit is unknown', { range: 'items=0-4' }],
    ['the range is nonsense', { range: 'bytes=x' }],
  ])('comes whole where %s', async (_, headers) => {
    const whole = await latest();
    const answer = await raw(headers as Record<string, string>);
    expect([answer.status, answer.headers.get('content-range')]).toEqual([200, null]);
    expect(answer.bytes).toEqual(whole.bytes);
  });

  it('has nothing behind its end', async () => {
    const { bytes, headers } = await latest();
    const range = `bytes=${bytes.length}-`;
    const answer = await latest({ headers: { range } });
    expect(answer).toMatchObject({ status: 416, code: 'INPUT_RANGE' });
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(answer.headers.get('etag')).not.toBe(headers.get('etag'));
    expect(answer.headers.get('cache-control')).toBeNull();
    // What the caller has is asked first, and the range afterwards.
    const etag = headers.get('etag') as string;
    expect((await raw({ range, 'if-none-match': etag })).status).toBe(304);
  });
});

describe('a bundle as of an instant', () => {
  const asOf = (at: string) => call(agent.url, 'getBundleAsOf', { key: agent.keys.verifier, query: { at } });

  it('is of the last block until then', async () => {
    const first = open((await latest()).bytes).block;
    await suspendOne();
    const at = new Date(first.timestamp * 1000).toISOString();
    const answer = await asOf(at);
    const { block } = open(answer.bytes);
    // Several blocks may have the same second.
    expect(block.timestamp).toBe(first.timestamp);
    expect(block.number).toBeGreaterThanOrEqual(first.number);
    expect(answer.headers.get('content-location')).toBe(`/v1/bundles/${block.number}?trust=attested`);
    const offset = await asOf(at.replace('Z', '+00:00'));
    expect(offset.bytes).toEqual(answer.bytes);
  });

  it('is the newest for an instant after it', async () => {
    const newest = open((await latest()).bytes).block;
    expect(open((await asOf(new Date().toISOString())).bytes).block.number).toBeGreaterThanOrEqual(
      newest.number,
    );
  });

  it('is not there before the registries, nor for what is still to come', async () => {
    expect(await asOf('2001-01-01T00:00:00Z')).toMatchObject({ status: 404, code: 'CHAIN_BLOCK_UNKNOWN' });
    expect(await asOf('2101-01-01T00:00:00Z')).toMatchObject({ status: 400, code: 'DATE_INVALID' });
  });
});

describe('a delta', () => {
  it('leads from what the caller has to the newest bundle, byte for byte', async () => {
    const base = (await latest()).bytes;
    await suspendOne();
    const answer = await delta(bundleDigest(base));
    const newest = await latest();
    expect(applyDelta(base, answer.bytes)).toEqual(newest.bytes);
    expect(answer.bytes.length).toBeLessThan(newest.bytes.length);
    const { number } = open(newest.bytes).block;
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="pe-${number}.eslabon-delta"`,
    );
    expect(answer.headers.get('etag')).toBe(`"${sha256(answer.bytes).toString('hex')}"`);
    expect(open(newest.bytes).block.number).toBeGreaterThan(open(base).block.number);
  });

  it('is empty for the newest', async () => {
    const { bytes } = await latest();
    const answer = await delta(bundleDigest(bytes));
    expect(applyDelta(bytes, answer.bytes)).toEqual((await latest()).bytes);
    expect(describeDelta(answer.bytes).base).toBe(bundleDigest(bytes));
  });

  it('is not there for a bundle that the agent never had', async () => {
    expect(await delta(nobody)).toMatchObject({ status: 404, code: 'DELTA_BASE_UNKNOWN' });
  });

  it('is made after a restart too', async () => {
    const base = (await latest()).bytes;
    await suspendOne();
    await agent.restart();
    const answer = await delta(bundleDigest(base));
    expect(applyDelta(base, answer.bytes)).toEqual((await latest()).bytes);
  });

  it.each([
    ['another block', () => delta(nobody, { block: String(network.deployment.deployBlock + 1) })],
    ['a block that is not there', () => delta(nobody, { block: '99999999' })],
    ['a block before the registries', () => delta(nobody, { block: '0' })],
  ])('is not made from %s', async (_, ask) => {
    expect(await ask()).toMatchObject({ status: 404, code: 'DELTA_BASE_UNKNOWN' });
  });
});

describe('the register', () => {
  const withRegister = (key: string) => latest({ key, query: { register: 'true' } });

  it('has every certificate that was issued, revoked ones too, and not those that are only proposed', async () => {
    const [one, two] = [await issueSample(agent), await issueSample(agent)];
    await settled(agent, (await decide(agent, two, 'revoke')).id);
    const { bytes, headers } = await withRegister(agent.keys.post);
    const loaded = open(bytes);
    const issued = await agent.as('supervisor').listCertificates({ query: { state: 'issued', limit: 200 } });
    expect(loaded.registerSize).toBe(issued.items.length);
    for (const { id, certificate } of [one, two]) {
      const token = await agent.as('officer').getCredential({ params: { id } });
      expect(loaded.find(peru, certificate.tin)).toEqual([new TextDecoder().decode(token)]);
    }
    expect(headers.get('content-disposition')).toMatch(/filename="pe-\d+-register\.eslabon"/);
    expect(headers.get('content-location')).toBe(
      `/v1/bundles/${loaded.block.number}?trust=attested&register=true`,
    );
  });

  it('is not in a bundle that nobody asked it for', async () => {
    expect(open((await latest()).bytes).registerSize).toBeUndefined();
  });

  it('is another one as soon as a certificate is issued, though the block is the same', async () => {
    const before = await withRegister(agent.keys.post);
    const head = await chainHead(agent.agent);
    const { certificate } = await issueSample(agent);
    const after = await withRegister(agent.keys.post);
    expect(await chainHead(agent.agent)).toBe(head);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(open(after.bytes).find(peru, certificate.tin)).toHaveLength(1);
    const change = await delta(bundleDigest(before.bytes), { register: 'true' });
    expect(applyDelta(before.bytes, change.bytes)).toEqual(after.bytes);
  });

  it('is refused to keys without the right to it, and nothing of it leaks into their deltas', async () => {
    expect(await withRegister(agent.keys.verifier)).toMatchObject({ status: 403, code: 'PERMISSION_DENIED' });
    const own = (await withRegister(agent.keys.post)).bytes;
    const answer = await delta(bundleDigest(own), {}, 'verifier');
    const plain = await latest({ key: agent.keys.verifier });
    expect(applyDelta(own, answer.bytes)).toEqual(plain.bytes);
    const asked = await delta(bundleDigest(own) as Hash, { register: 'true' }, 'verifier');
    expect(asked).toMatchObject({ status: 403, code: 'PERMISSION_DENIED' });
  });
});
