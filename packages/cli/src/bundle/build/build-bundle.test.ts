import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TrustAnchor } from '@eslabon/bundle';
import type { Verdict } from '@eslabon/core';
import { startFaultyNode } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../../run.js';
import { captureIo } from '../../testing/capture-io.js';
import { type SealedNetwork, startSealedNetwork } from '../../testing/sealed-network.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let network: SealedNetwork;
beforeAll(async () => {
  network = await startSealedNetwork();
});
afterAll(() => network.net.anvil.stop());

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

interface Post {
  cwd: string;
  /** Runs the command line a minute after the suspension, unless told otherwise. */
  eslabon(args: readonly string[], now?: number): Promise<{ code: number; out: string; err: string }>;
  /** Builds `b.eslabon` from the node of the network. */
  build(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  file(name?: string): Promise<Uint8Array | undefined>;
}

/** A post of Mexico, which has a trust anchor with the checkpoint of block 1 and the credential of the company. */
function atPost(use: (post: Post) => Promise<void>, trust: TrustAnchor = network.trust): Promise<void> {
  return inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, 'trust.json'), JSON.stringify(trust));
    await writeFile(join(cwd, 'c.jwt'), network.token);
    const eslabon: Post['eslabon'] = async (args, now = network.suspended.timestamp + 60) => {
      const env = { ESLABON_TRUST: 'trust.json' };
      const io = captureIo({ cwd, env, now: () => new Date(now * 1000) });
      const code = await run(args, io);
      return { code, out: io.out(), err: io.err() };
    };
    await use({
      cwd,
      eslabon,
      build: (...args) =>
        eslabon(['bundle', 'build', '--rpc', network.net.anvil.rpcUrl, '--out', 'b.eslabon', ...args]),
      file: async (name = 'b.eslabon') => readFile(join(cwd, name)).catch(() => undefined),
    });
  });
}

describe('bundle build', () => {
  it('makes a bundle that the validators vouch for, from a checkpoint whose validators are all gone', () =>
    atPost(async ({ build, eslabon, file }) => {
      const { code, out, err } = await build();
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const bytes = (await file())?.length;
      const { number } = network.suspended;
      expect(out).toBe(`b.eslabon: ${bytes} bytes, block ${number}, sealed by 3 of 4 validators, checked.\n`);
      expect(await eslabon(['bundle', 'verify', 'b.eslabon'])).toEqual({ code: 0, out: '✔ yes\n', err: '' });
      const { out: words } = await eslabon(['bundle', 'inspect', 'b.eslabon']);
      expect(words).toContain('Trust: sealed (QBFT). 3 of the 4 validators of the network sealed this block');
      expect(words).toMatch(/The way from your checkpoint leads over \d+ headers? with seals of their own/);
      expect(words).toContain('That your checkpoint is one of the network');
      expect(words).not.toContain('Trust: attested');
      const { out: json } = await eslabon(['bundle', 'inspect', 'b.eslabon', '--json']);
      expect(JSON.parse(json)).toMatchObject({ trust: { mode: 'sealed', protocol: 'qbft' }, bytes });
    }));

  it('shows how far the events are read where that takes long', () =>
    atPost(async ({ cwd }) => {
      let now = network.suspended.timestamp * 1000 + 60_000;
      const io = captureIo({
        cwd,
        env: { ESLABON_TRUST: 'trust.json' },
        now: () => {
          now += 3000;
          return new Date(now);
        },
      });
      const args = [
        'bundle',
        'build',
        '--rpc',
        network.net.anvil.rpcUrl,
        '--out',
        'b.eslabon',
        '--lang',
        'es',
      ];
      expect(await run(args, io)).toBe(0);
      expect(io.err()).toContain(
        `leyendo eventos: bloque ${network.suspended.number} de ${network.suspended.number}`,
      );
    }));

  it('takes the next node where one is down, lies, or is of another time', () =>
    atPost(async ({ eslabon }) => {
      const { rpcUrl } = network.net.anvil;
      const lying = await startFaultyNode(rpcUrl, {
        change: (method, result) => (method === 'eth_getLogs' ? (result as unknown[]).slice(0, -1) : result),
      });
      const behind = await startFaultyNode(rpcUrl, { head: network.before.number });
      try {
        const nodes = ['http://127.0.0.1:9', lying.rpcUrl, behind.rpcUrl, rpcUrl];
        const rpc = nodes.flatMap((url) => ['--rpc', url]);
        const { code, out, err } = await eslabon(['bundle', 'build', ...rpc, '--out', 'b.eslabon']);
        expect(code).toBe(0);
        expect(err).toMatch(
          /^the events do not fit the state of the chain; reading them anew, node by node\n$/,
        );
        expect(out).toContain(`block ${network.suspended.number},`);
      } finally {
        await Promise.all([lying.close(), behind.close()]);
      }
    }));

  it('does not write what a lying node gave', () =>
    atPost(async ({ cwd, eslabon, file }) => {
      await writeFile(join(cwd, 'b.eslabon'), 'old');
      const lying = await startFaultyNode(network.net.anvil.rpcUrl, {
        change: (method, result) => (method === 'eth_getLogs' ? (result as unknown[]).slice(0, -1) : result),
      });
      try {
        const answer = await eslabon(['bundle', 'build', '--rpc', lying.rpcUrl, '--out', 'b.eslabon']);
        expect(answer.code).toBe(2);
        expect(answer.err).toContain('the events do not fit the state of the chain');
        expect(answer.err).toContain('error CHAIN_INDEX_DIVERGED:');
        expect(new TextDecoder().decode(await file())).toBe('old');
      } finally {
        await lying.close();
      }
    }));

  it.each([
    ['no node', ['--out', 'b'], 'INPUT_INVALID'],
    ['what is no address', ['--rpc', 'somewhere', '--out', 'b'], 'INPUT_INVALID'],
    [
      'two blocks',
      ['--rpc', 'http://n', '--out', 'b', '--block', '7', '--at', '2026-01-01'],
      'INPUT_INVALID',
    ],
    ['no block', ['--rpc', 'http://n', '--out', 'b', '--block', 'seven'], 'INPUT_INVALID'],
    ['no time', ['--rpc', 'http://n', '--out', 'b', '--at', 'noon'], 'DATE_INVALID'],
    ['what is to come', ['--rpc', 'http://n', '--out', 'b', '--at', '2999-01-01'], 'DATE_INVALID'],
    ['nowhere to write', ['--rpc', 'http://n'], 'INPUT_INVALID'],
  ])('refuses %s', (_, args, error) =>
    atPost(async ({ eslabon, cwd }) => {
      const { code, err } = await eslabon(['bundle', 'build', ...args]);
      expect(code).toBe(2);
      expect(err).toContain(`error ${error}:`);
      expect((await readdir(cwd)).sort()).toEqual(['c.jwt', 'trust.json']);
    }),
  );

  it('does not repeat a password that stands in an address', () =>
    atPost(async ({ eslabon }) => {
      const { err } = await eslabon(['bundle', 'build', '--rpc', 'ftp://me:secret@n', '--out', 'b']);
      expect(err).toContain('error INPUT_INVALID: “ftp://…@n”');
    }));

  it.each([
    [
      'before the registries',
      () => ['--block', String(network.net.deployment.deployBlock - 1)],
      'CHAIN_BLOCK_UNKNOWN',
    ],
    ['that is to come', () => ['--block', '999999'], 'CHAIN_BLOCK_UNKNOWN'],
    ['of a time before the registries', () => ['--at', '2001-01-01'], 'CHAIN_BLOCK_UNKNOWN'],
  ])('does not know a block %s', (_, args, error) =>
    atPost(async ({ build, file }) => {
      const { code, err } = await build(...args());
      expect({ code, file: await file() }).toEqual({ code: 2, file: undefined });
      expect(err).toContain(`error ${error}:`);
    }),
  );

  it('says that nobody answers', () =>
    atPost(async ({ eslabon }) => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const { port } = taken.address() as { port: number };
      await new Promise((resolve) => taken.close(resolve));
      const { code, err } = await eslabon([
        'bundle',
        'build',
        '--rpc',
        `http://127.0.0.1:${port}`,
        '--out',
        'b',
      ]);
      expect(code).toBe(2);
      expect(err).toContain('error CHAIN_UNREACHABLE:');
    }));

  it('needs a checkpoint', async () => {
    const { seals: _, consensus: __, ...deployment } = network.trust;
    const kid = 'did:ethr:0x9e55c:0x1111111111111111111111111111111111111111#controller';
    const publicKeyMultibase = 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme';
    const attestor = { country: 'PE', kid, publicKeyMultibase } as TrustAnchor['attestors'][number];
    await atPost(
      async ({ build }) => {
        const { code, err } = await build();
        expect(code).toBe(2);
        expect(err).toContain('error BUNDLE_TRUST_MODE:');
      },
      { ...deployment, attestors: [attestor] },
    );
  });

  it('does not write a bundle whose checkpoint has run out', () =>
    atPost(async ({ eslabon, file }) => {
      const later = network.suspended.timestamp + 31 * 86_400;
      const args = ['bundle', 'build', '--rpc', network.net.anvil.rpcUrl, '--out', 'b.eslabon'];
      const { code, err } = await eslabon(args, later);
      expect({ code, file: await file() }).toEqual({ code: 2, file: undefined });
      expect(err).toContain('error BUNDLE_CHECKPOINT_EXPIRED:');
    }));
});

describe('verify, about a past instant', () => {
  const verdictOf = async ({ eslabon }: Post, ...args: string[]): Promise<Verdict> => {
    const { out } = await eslabon([
      'verify',
      'c.jwt',
      '--bundle',
      'b.eslabon',
      '--as',
      'MX',
      '--json',
      ...args,
    ]);
    return JSON.parse(out);
  };

  it('answers what the block of that instant knew', () =>
    atPost(async (post) => {
      const at = iso(network.before.timestamp);
      expect(await post.build('--at', at)).toMatchObject({ code: 0 });
      const verdict = await verdictOf(post, '--at', at);
      expect(verdict).toMatchObject({
        verdict: 'RECOGNISED',
        at,
        asOf: { blockNumber: network.before.number, trust: { mode: 'sealed', validators: 4, signers: 3 } },
      });
    }));

  it('does not answer from a later block, in which what happened since would show', () =>
    atPost(async (post) => {
      expect(await post.build()).toMatchObject({ code: 0 });
      expect(await verdictOf(post)).toMatchObject({ verdict: 'SUSPENDED' });
      const verdict = await verdictOf(post, '--at', iso(network.before.timestamp));
      expect(verdict.verdict).toBe('UNDETERMINED');
      expect(verdict.reasons[0]?.code).toBe('DATA_NEWER_THAN_INSTANT');
    }));

  it('does not answer from a block that was too old by then', () =>
    atPost(async (post) => {
      expect(await post.build('--block', String(network.before.number))).toMatchObject({ code: 0 });
      const verdict = await verdictOf(post, '--at', iso(network.suspended.timestamp));
      expect(verdict.verdict).toBe('UNDETERMINED');
      expect(verdict.reasons.map(({ code }) => code)).toEqual(['DATA_STALE']);
    }));
});

describe('trust checkpoint', () => {
  const anchorOf = async ({ file }: Post): Promise<TrustAnchor> =>
    JSON.parse(new TextDecoder().decode(await file('trust.json')));

  it('says how far the checkpoint can move, and changes nothing', () =>
    atPost(async (post) => {
      await post.build();
      const { code, out } = await post.eslabon(['trust', 'checkpoint', 'b.eslabon']);
      expect(code).toBe(0);
      expect(out).toContain(`Checkpoint: block ${network.suspended.number}, `);
      expect(out).toContain('4 validators; since the checkpoint of before 4 joined and 4 left\n');
      expect(out).toContain(
        `good for bundles until ${iso(network.suspended.timestamp + 30 * 86_400).slice(0, 10)}`,
      );
      expect(out).toContain('With --write it goes into the trust anchor.');
      expect(await anchorOf(post)).toEqual(network.trust);
    }));

  it('moves it on, keeps all else, and bundles hold from there without the headers in between', () =>
    atPost(async (post) => {
      await post.build('--block', String(network.before.number));
      const { code, out } = await post.eslabon(['trust', 'checkpoint', 'b.eslabon', '--write', '--json']);
      expect(code).toBe(0);
      const checkpoint = JSON.parse(out);
      expect(checkpoint).toMatchObject({
        number: network.before.number,
        timestamp: network.before.timestamp,
      });
      const { seals, ...rest } = await anchorOf(post);
      const { seals: _, ...before } = network.trust;
      expect(rest).toEqual(before);
      expect(seals).toEqual({ checkpoint, trustingPeriod: 30 * 86_400 });
      await post.build();
      const { out: words } = await post.eslabon(['bundle', 'inspect', 'b.eslabon']);
      expect(words).toContain('The validators of your checkpoint sealed it themselves');
    }));

  it('never goes back', () =>
    atPost(async (post) => {
      await post.build('--block', String(network.before.number));
      await writeFile(join(post.cwd, 'old.eslabon'), (await post.file()) as Uint8Array);
      await post.build();
      expect((await post.eslabon(['trust', 'checkpoint', 'b.eslabon', '--write'])).code).toBe(0);
      const moved = await anchorOf(post);
      const back = await post.eslabon(['trust', 'checkpoint', 'old.eslabon', '--write']);
      expect(back.code).toBe(1);
      expect(back.err).toContain('error BUNDLE_CHECKPOINT:');
      const again = await post.eslabon(['trust', 'checkpoint', 'b.eslabon', '--write']);
      expect(again).toMatchObject({ code: 0 });
      expect(again.out).toContain('The trust anchor has this checkpoint already.');
      expect(await anchorOf(post)).toEqual(moved);
    }));

  it('asks the person at the terminal, in their language', () =>
    atPost(async (post) => {
      await post.build();
      const asked: string[] = [];
      const answering = async (answer: string) => {
        const io = captureIo({
          cwd: post.cwd,
          env: { ESLABON_TRUST: 'trust.json' },
          now: () => new Date(network.suspended.timestamp * 1000),
          ask: async (question) => {
            asked.push(question);
            return answer;
          },
        });
        const code = await run(['trust', 'checkpoint', 'b.eslabon', '--write', '--lang', 'es'], io);
        return { code, err: io.err() };
      };
      expect(await answering('n')).toMatchObject({
        code: 2,
        err: expect.stringContaining('TRUST_CONFIRMATION'),
      });
      expect(await anchorOf(post)).toEqual(network.trust);
      expect(asked[0]).toContain(`del bloque 1 al bloque ${network.suspended.number}?`);
      expect((await answering('Sí')).code).toBe(0);
      expect((await anchorOf(post)).seals?.checkpoint.number).toBe(network.suspended.number);
    }));

  it.each([
    ['a bundle that does not hold', 'BUNDLE_MALFORMED', 1],
    ['a bundle that is not there', 'FILE_UNREADABLE', 2],
  ])('refuses %s', (_, error, expected) =>
    atPost(async ({ cwd, eslabon }) => {
      if (expected === 1) await writeFile(join(cwd, 'b.eslabon'), 'ESLB');
      const { code, err } = await eslabon(['trust', 'checkpoint', 'b.eslabon', '--write']);
      expect(code).toBe(expected);
      expect(err).toContain(`error ${error}:`);
    }),
  );
});
