import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Io, run } from '@eslabon/cli';
import type { CertificateView } from '@eslabon/client/contract';
import type { Verdict } from '@eslabon/core';
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
import { codeAim, openPdf, plainShot, runSources, type Shot, takePhotos } from '@eslabon/paper/testing';
import { denyNetwork } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** A page that an agent of Peru printed, photographed at a border post of Mexico that has no network. */
let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let post: string;
let certificate: CertificateView;

const shots: [string, Partial<Shot>][] = [
  ['straight above', {}],
  ['an angle', { aim: codeAim, tilt: 25, swing: -20, turn: 15 }],
  ['an angle, blurred, in the shade', { aim: codeAim, tilt: 15, swing: 15, turn: -30, blur: 2, shade: 0.5 }],
];
const photoOf = (at: number) => `photo-${at}.jpg`;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  post = mkdtempSync(join(tmpdir(), 'eslabon-post-'));
  writeFileSync(join(post, 'deny-network.mjs'), denyNetwork);
  const { keys: published } = await mexico.as('machine').getAuthority({});
  const kid = `${mexico.agent.parts.keys.did}#delegate-1`;
  const attestors = published
    .filter((key) => key.kid === kid)
    .map(({ publicKeyMultibase }) => ({ country: 'MX', kid, publicKeyMultibase }));
  writeFileSync(join(post, 'trust.json'), JSON.stringify({ ...network.deployment, attestors }));

  certificate = await issueSample(peru, { legalName: 'Agroexportaciones Ñandú & Hijos S.A.C.' });
  await print(certificate.certificate.certificateNumber);
  const { picture } = await openPdf(new Uint8Array(await readFile(join(post, 'page.pdf'))), 1654);
  const photos = await takePhotos(
    picture,
    shots.map(([, shot]) => ({ ...plainShot, ...shot })),
  );
  for (const [at, photo] of photos.entries()) await writeFile(join(post, photoOf(at)), photo);
}, 240_000);

afterAll(async () => {
  rmSync(post, { recursive: true, force: true });
  await network.stop();
});

/** Has the command line print a page in the office. */
async function print(number: string): Promise<void> {
  const lines: string[] = [];
  const output = { write: (text: string) => void lines.push(text), isTTY: false, columns: 100 };
  const io: Io = {
    ...{ stdout: output, stderr: output, stdin: (async function* () {})(), cwd: post, home: post },
    ...{ env: { ESLABON_AGENT: peru.url, ESLABON_KEY: peru.keys.officer } },
    ...{ now: () => new Date(), sleep: async () => undefined },
  };
  const code = await run(['certificate', 'paper', number, '--out', 'page.pdf'], io);
  expect([code, lines.join('')]).toEqual([0, 'page.pdf: page written.\n']);
}

/** Carries the newest data of Mexico’s agent to the post, once that has seen what Peru’s did. */
async function fetchBundle(name: string): Promise<void> {
  const head = peru.agent.parts.follower.index.head();
  await waitFor(
    async () => mexico.agent.parts.follower.index.head(),
    (own) => own >= head,
  );
  await writeFile(join(post, name), await mexico.as('post').getLatestBundle({}));
}

const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** `eslabon verify` in a process of its own, whose network is denied. */
async function verify(file: string, bundle: string): Promise<{ code: number; verdict: Verdict }> {
  const NODE_OPTIONS = `--import=${pathToFileURL(join(post, 'deny-network.mjs')).href}`;
  const args = ['verify', file, '--bundle', bundle, '--trust', 'trust.json', '--as', 'MX', '--json'];
  const { code, out, err } = await runSources(main, args, { cwd: post, env: { HOME: post, NODE_OPTIONS } });
  expect(err).toBe('');
  return { code, verdict: JSON.parse(out) };
}

describe('a printed certificate, photographed', () => {
  it.each(shots.map(([how], at) => [how, at] as const))('from %s is recognised offline', async (_how, at) => {
    await fetchBundle('before.eslabon');
    const { code, verdict } = await verify(photoOf(at), 'before.eslabon');
    expect([verdict.verdict, code]).toEqual(['RECOGNISED', 0]);
    expect(verdict.certificate).toMatchObject({
      certificateNumber: certificate.certificate.certificateNumber,
      legalName: 'Agroexportaciones Ñandú & Hijos S.A.C.',
    });
    const format = verdict.checks.find(({ id }) => id === 'format');
    expect(format?.evidence).toEqual({ format: 'aeo+cwt' });
  });

  it('is suspended for who has newer data, on the same sheet', async () => {
    await settled(peru, (await decide(peru, certificate, 'suspend')).id);
    await fetchBundle('after.eslabon');
    const { code, verdict } = await verify(photoOf(2), 'after.eslabon');
    expect([verdict.verdict, code]).toEqual(['SUSPENDED', 1]);
    expect((await verify(photoOf(2), 'before.eslabon')).verdict.verdict).toBe('RECOGNISED');
  });

  it('without its code decides nothing', async () => {
    const NODE_OPTIONS = `--import=${pathToFileURL(join(post, 'deny-network.mjs')).href}`;
    const blank = { width: 60, height: 80, data: new Uint8Array(4_800).fill(200) };
    const [photo] = await takePhotos(blank, [{ ...plainShot, width: 60, height: 80 }]);
    await writeFile(join(post, 'blank.jpg'), photo as Uint8Array);
    const args = ['verify', 'blank.jpg', '--bundle', 'after.eslabon', '--trust', 'trust.json', '--as', 'MX'];
    const ran = await runSources(main, args, { cwd: post, env: { HOME: post, NODE_OPTIONS } });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('error QR_NOT_FOUND: ');
  });
});
