import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderIndex } from '@eslabon/bundle';
import { type Io, run } from '@eslabon/cli';
import {
  decide,
  issueSample,
  recognise,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** A border post of Mexico and the agent that it takes its bundles from. */
let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let post: string;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  post = mkdtempSync(join(tmpdir(), 'eslabon-post-'));
  const { keys: published } = await mexico.as('machine').getAuthority({});
  const kid = `${mexico.agent.parts.keys.did}#delegate-1`;
  const attestors = published
    .filter((key) => key.kid === kid)
    .map(({ publicKeyMultibase }) => ({ country: 'MX', kid, publicKeyMultibase }));
  writeFileSync(join(post, 'trust.json'), JSON.stringify({ ...network.deployment, attestors }));
});

afterAll(async () => {
  rmSync(post, { recursive: true, force: true });
  await network.stop();
});

/** Runs the command line at the post, with the key of a post unless another one is given. */
async function eslabon(args: readonly string[], env: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const output = (write: (text: string) => void) => ({ write, isTTY: false, columns: 100 });
  const io: Io = {
    stdout: output((text) => {
      out += text;
    }),
    stderr: output((text) => {
      err += text;
    }),
    stdin: (async function* () {})(),
    env: { ESLABON_AGENT: mexico.url, ESLABON_KEY: mexico.keys.post, ESLABON_TRUST: 'trust.json', ...env },
    cwd: post,
    home: post,
    now: () => new Date(),
    sleep: async () => undefined,
  };
  return { code: await run(args, io), out, err };
}

const fileOf = async (name: string) => new Uint8Array(await readFile(join(post, name)));

async function issueAndSuspend(): Promise<string> {
  const view = await issueSample(peru);
  await settled(peru, (await decide(peru, view, 'suspend')).id);
  const head = peru.agent.parts.follower.index.head();
  await waitFor(
    async () => mexico.agent.parts.follower.index.head(),
    (own) => own >= head,
  );
  await writeFile(join(post, 'c.jwt'), await peru.as('officer').getCredential({ params: { id: view.id } }));
  return view.certificate.tin;
}

const verdict = async (bundle: string) =>
  JSON.parse((await eslabon(['verify', 'c.jwt', '--bundle', bundle, '--as', 'MX', '--json'])).out).verdict;

describe('a border post with the command line', () => {
  it('fetches a bundle that holds, and then only what changed', async () => {
    const first = await eslabon(['bundle', 'fetch', '--out', 'b.eslabon']);
    expect(first).toMatchObject({ code: 0, err: '', out: expect.stringContaining('It holds, as of block') });
    await issueAndSuspend();
    expect(await verdict('b.eslabon')).not.toBe('SUSPENDED');
    const update = ['bundle', 'fetch', '--base', 'b.eslabon', '--out', 'b.eslabon'];
    const second = await eslabon(update);
    expect(second).toMatchObject({ code: 0, err: expect.stringMatching(/^fetched a delta of \d+ bytes\n$/) });
    expect(await verdict('b.eslabon')).toBe('SUSPENDED');
    expect((await eslabon(update)).out).toBe('Nothing new: b.eslabon is the newest bundle.\n');
  });

  it('gets its deltas after a restart of the agent too', async () => {
    await issueAndSuspend();
    await mexico.restart();
    const { code, err } = await eslabon(['bundle', 'fetch', '--base', 'b.eslabon', '--out', 'b.eslabon']);
    expect(code).toBe(0);
    expect(err).toMatch(/^fetched a delta of \d+ bytes\n$/);
    expect(await verdict('b.eslabon')).toBe('SUSPENDED');
  });

  it('does not let an agent take it back to before a suspension', async () => {
    expect((await eslabon(['bundle', 'fetch', '--out', 'old.eslabon'])).code).toBe(0);
    const old = await fileOf('old.eslabon');
    await issueAndSuspend();
    await eslabon(['bundle', 'fetch', '--out', 'b.eslabon']);
    const newest = await fileOf('b.eslabon');
    const lying: Server = createServer((_request, response) => void response.end(old));
    await new Promise<void>((resolve) => lying.listen(0, '127.0.0.1', resolve));
    try {
      const env = { ESLABON_AGENT: `http://127.0.0.1:${(lying.address() as AddressInfo).port}` };
      const { code, err } = await eslabon(['bundle', 'fetch', '--out', 'b.eslabon'], env);
      expect(code).toBe(2);
      expect(err).toContain('error CONFLICT: “b.eslabon” is of block');
      expect(await fileOf('b.eslabon')).toEqual(newest);
      // Somebody who asks for a past day gets it.
      expect((await eslabon(['bundle', 'fetch', '--at', '2026-01-01', '--out', 'b.eslabon'], env)).code).toBe(
        0,
      );
    } finally {
      lying.closeAllConnections();
      lying.close();
    }
    await eslabon(['bundle', 'fetch', '--out', 'b.eslabon']);
  });

  it('takes nothing from the agent of another administration', async () => {
    const before = await fileOf('b.eslabon');
    const env = { ESLABON_AGENT: peru.url, ESLABON_KEY: peru.keys.post };
    const { code, err } = await eslabon(['bundle', 'fetch', '--out', 'b.eslabon'], env);
    expect(code).toBe(2);
    expect(err).toContain('error BUNDLE_ATTESTOR_UNKNOWN:');
    expect(await fileOf('b.eslabon')).toEqual(before);
  });

  it('gets the register with the key of a post, and not with that of a verifier', async () => {
    await issueSample(mexico, { tin: 'MXAAA010101AB1' });
    const args = ['bundle', 'fetch', '--register', '--out', 'r.eslabon'];
    const denied = await eslabon(args, { ESLABON_KEY: mexico.keys.verifier });
    expect(denied.code).toBe(2);
    expect(denied.err).toContain('error PERMISSION_DENIED:');
    expect((await eslabon(args)).code).toBe(0);
    const { out } = await eslabon(['bundle', 'inspect', 'r.eslabon', '--json']);
    expect(JSON.parse(out).register).toBeGreaterThan(0);
  });

  it('answers about a past instant with the bundle of that instant', async () => {
    const view = await issueSample(peru);
    await writeFile(join(post, 'c.jwt'), await peru.as('officer').getCredential({ params: { id: view.id } }));
    const { timestamp } = (await mexico.agent.parts.bundles.latest()).loaded.block;
    const at = new Date(timestamp * 1000).toISOString();
    // Instants have seconds, and several blocks may be of one: the suspension has to be of a later one.
    await waitFor(
      async () => Math.floor(Date.now() / 1000),
      (now) => now > timestamp,
    );
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    await waitFor(
      async () => (await mexico.agent.parts.bundles.latest()).loaded.block.timestamp,
      (now) => now > timestamp,
    );
    expect((await eslabon(['bundle', 'fetch', '--at', at, '--out', 'then.eslabon'])).code).toBe(0);
    await eslabon(['bundle', 'fetch', '--out', 'b.eslabon']);
    const ask = async (bundle: string, ...args: string[]) =>
      JSON.parse(
        (await eslabon(['verify', 'c.jwt', '--bundle', bundle, '--as', 'MX', '--json', ...args])).out,
      );
    expect(await ask('then.eslabon', '--at', at)).toMatchObject({ verdict: 'RECOGNISED', at });
    expect(await ask('b.eslabon')).toMatchObject({ verdict: 'SUSPENDED' });
  });
});

describe('a stick', () => {
  it('is filled from the agent, carried, and brings a post up to date', async () => {
    expect((await eslabon(['bundle', 'export', '--to', 'stick'])).code).toBe(0);
    const index = async (): Promise<FolderIndex> =>
      JSON.parse(await readFile(join(post, 'stick', 'index.json'), 'utf8'));
    const [carried] = (await index()).bundles;
    await writeFile(join(post, 'far.eslabon'), await fileOf(join('stick', carried?.file as string)));
    await issueAndSuspend();
    expect((await eslabon(['bundle', 'export', '--to', 'stick', '--json'])).code).toBe(0);
    const { deltas } = await index();
    const delta = deltas.find(({ base }) => base === carried?.digest);
    expect(delta?.bytes).toBeLessThan(carried?.bytes as number);
    const path = join('stick', delta?.file as string);
    expect(await eslabon(['bundle', 'apply', 'far.eslabon', path, '--out', 'far.eslabon'])).toMatchObject({
      code: 0,
    });
    expect(await verdict('far.eslabon')).toBe('SUSPENDED');
    expect((await readdir(join(post, 'stick'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
