import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from '@eslabon/core';
import { codeAim, plainShot, sheetOf, takePhotos } from '@eslabon/paper/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { run } from '../run.js';
import { at, delegatedPresentation, equipBorderPost, printedCode } from '../testing/border-post.js';
import { captureIo } from '../testing/capture-io.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';

const files = new Map<string, Uint8Array>();
beforeAll(() =>
  inTemporaryFolder(async (folder) => {
    await equipBorderPost(folder);
    for (const name of [
      'pe.eslabon',
      'trust.json',
      'active.jwt',
      'suspended.jwt',
      'revoked.jwt',
      'altered.jwt',
    ]) {
      files.set(name, await readFile(join(folder, name)));
    }
  }),
);

interface Post {
  /** Files beside, or instead of, those of the post; null takes one away. */
  change?: Record<string, Uint8Array | string | null>;
  io?: Parameters<typeof captureIo>[0];
}

const options = ['--bundle', 'pe.eslabon', '--as', 'MX'];

/** Runs `eslabon verify` at the border post, ten minutes after the block of its bundle. */
function verify(args: readonly string[], { change = {}, io: overrides }: Post = {}) {
  return inTemporaryFolder(async (cwd) => {
    for (const [name, bytes] of [...files, ...Object.entries(change)]) {
      if (bytes !== null) await writeFile(join(cwd, name), bytes);
    }
    const env =
      'trust.json' in change && change['trust.json'] === null ? {} : { ESLABON_TRUST: 'trust.json' };
    const io = captureIo({ cwd, home: cwd, now: () => new Date(at), env, ...overrides });
    const code = await run(['verify', ...args], io);
    return { code, out: io.out(), err: io.err() };
  });
}

const verdictOf = (out: string): Verdict => JSON.parse(out);

describe('verify', () => {
  it('says that a certificate is recognised, whose it is, and what that stands on', async () => {
    const { code, out, err } = await verify(['active.jwt', ...options]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^✔ RECOGNISED: /);
    expect(out).toContain('Agroindustrias del Norte S.A.C.');
    expect(out).toContain('Alianza del Pacífico');
    expect(out).toContain('block 1234');
    expect(out).toContain('10 minutes');
    expect(out).toContain('What to do: grant the benefits');
    expect(out).toMatch(/\nTrust anchor: .*trust\.json\n$/);
    expect(out).not.toContain('\u001b');
  });

  it.each([
    ['suspended.jwt', 'SUSPENDED', '⚠ SUSPENDED'],
    ['revoked.jwt', 'REVOKED', '✖ REVOKED'],
    ['altered.jwt', 'UNTRUSTED', '✖ UNTRUSTED'],
  ])('%s ends with 1 and %s', async (file, verdict, headline) => {
    const { code, out } = await verify([file, ...options]);
    expect(code).toBe(1);
    expect(out.startsWith(headline)).toBe(true);
    const json = await verify([file, ...options, '--json']);
    expect(json.code).toBe(1);
    expect(verdictOf(json.out).verdict).toBe(verdict);
  });

  it('prints JSON on one line, with checks and what they stand on', async () => {
    const { out } = await verify(['active.jwt', ...options, '--json']);
    expect(out.endsWith('\n')).toBe(true);
    expect(out.trimEnd()).not.toContain('\n');
    expect(verdictOf(out)).toMatchObject({
      verdict: 'RECOGNISED',
      as: 'MX',
      asOf: { blockNumber: 1234, age: 600, freshness: 'fresh' },
      certificate: { certificateNumber: 'PE-OEA-2023-0012' },
    });
  });

  it('repeats nothing of a forged certificate', async () => {
    const { out } = await verify(['altered.jwt', ...options]);
    expect(out).not.toMatch(/Otra Empresa|Agroindustrias/);
  });

  it('reads the credential, or the bundle, from standard input, but not both', async () => {
    const stdinText = new TextDecoder().decode(files.get('active.jwt'));
    const io = { now: () => new Date(at), env: { ESLABON_TRUST: 'trust.json' }, stdinText };
    expect((await verify(['-', ...options], { io })).code).toBe(0);
    const both = await verify(['-', '--bundle', '-', '--as', 'MX'], { io });
    expect(both.code).toBe(2);
    expect(both.err).toContain('error INPUT_INVALID: Only one of');
  });

  it('takes a credential in JSON', async () => {
    const token = new TextDecoder().decode(files.get('active.jwt')).trim();
    const enveloped = JSON.stringify({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    });
    expect((await verify(['e.json', ...options], { change: { 'e.json': enveloped } })).code).toBe(0);
  });

  it('decides about the instant of --at', async () => {
    const wayLater = await verify(['active.jwt', ...options, '--at', '2023-12-24', '--json']);
    expect(verdictOf(wayLater.out)).toMatchObject({
      verdict: 'UNDETERMINED',
      at: '2023-12-24T12:00:00.000Z',
    });
    const bad = await verify(['active.jwt', ...options, '--at', 'yesterday']);
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('error DATE_INVALID: “yesterday”');
  });

  it.each([
    ['es', 'Qué hacer: conceda los beneficios'],
    ['pt', 'O que fazer: conceda os benefícios'],
  ])('speaks %s', async (language, advice) => {
    const { out } = await verify(['active.jwt', ...options, '--lang', language]);
    expect(out).toContain(advice);
  });

  it('colours a terminal, with the sign beside the colour', async () => {
    const io = { now: () => new Date(at), env: { ESLABON_TRUST: 'trust.json' }, tty: true };
    const { out } = await verify(['active.jwt', ...options], { io });
    expect(out).toContain('\u001b[32;1m✔ RECOGNISED: ');
    expect(out.split('\n')[0]?.endsWith('\u001b[0m')).toBe(true);
  });
});

describe('verify, of what a driver presents for a company', () => {
  const driver = ['driver.jwt', ...options];
  const purposeOf = (kind: string, reference?: string) => [
    ...['--purpose', kind],
    ...(reference === undefined ? [] : ['--reference', reference]),
  ];

  it('says who presented it, and what the company lets them do', async () => {
    const change = { 'driver.jwt': await delegatedPresentation('26-0417') };
    const { code, out } = await verify([...driver, ...purposeOf('consignment', '26-0417')], { change });
    expect(code).toBe(0);
    expect(out).toContain('The company authorised the bearer to act for it: consignments (26-0417), until ');
    expect(out).toMatch(/\nPresented in the company’s place by: did:jwk:/);
    const json = await verify([...driver, '--json'], { change });
    expect(verdictOf(json.out)).toMatchObject({
      verdict: 'RECOGNISED',
      delegate: { purposes: ['consignment'], references: ['26-0417'] },
    });
  });

  it.each([
    ['another consignment', purposeOf('consignment', '26-0418')],
    ['a declaration', purposeOf('declaration', '26-0417')],
    ['the counter', purposeOf('counter')],
  ])('refuses it for %s', async (_, purpose) => {
    const change = { 'driver.jwt': await delegatedPresentation('26-0417') };
    const { code, out } = await verify([...driver, ...purpose], { change });
    expect(code).toBe(1);
    expect(out).toMatch(/^✖ UNTRUSTED/);
    expect(out).toContain('DELEGATION_OUT_OF_PURPOSE');
    expect(out).toContain('Check the number that you asked about');
    expect(out).not.toContain('report it');
  });

  it('does not run for a purpose that is none', async () => {
    const { code, err } = await verify(['active.jwt', ...options, '--purpose', 'border']);
    expect(code).toBe(2);
    expect(err).toContain('error INPUT_INVALID: “border” is not a purpose.');
    const { err: unasked } = await verify(['active.jwt', ...options, '--reference', '26-0417']);
    expect(unasked).toContain('--purpose is one of counter, declaration, consignment.');
  });
});

describe('verify, with a photo of a printed certificate', () => {
  const photoOf = async (status: 'active' | 'suspended') => {
    const sheet = sheetOf(await printedCode(status), 620);
    const shot = { ...plainShot, width: 620, height: 620, aim: codeAim, fill: 1.9 };
    return takePhotos(sheet, [shot]);
  };

  it.each([
    ['active', 'RECOGNISED', 0],
    ['suspended', 'SUSPENDED', 1],
  ] as const)('of one that is %s: %s', async (status, verdict, code) => {
    const [photo] = await photoOf(status);
    const ran = await verify(['photo', ...options, '--json'], { change: { photo: photo as Uint8Array } });
    expect([ran.code, ran.err]).toEqual([code, '']);
    expect(verdictOf(ran.out).verdict).toBe(verdict);
  });

  it('from standard input', async () => {
    const [photo] = await photoOf('active');
    const stdin = (async function* () {
      yield (photo as Uint8Array).subarray(0, 1000);
      yield (photo as Uint8Array).subarray(1000);
    })();
    const io = { now: () => new Date(at), env: { ESLABON_TRUST: 'trust.json' }, stdin };
    expect((await verify(['-', ...options], { io })).code).toBe(0);
  });

  it('takes the code as text too', async () => {
    const change = { code: `${await printedCode('active')}\n` };
    expect((await verify(['code', ...options], { change })).code).toBe(0);
  });

  const small = { ...plainShot, width: 60, height: 60 };
  const blank = { width: 60, height: 60, data: new Uint8Array(3_600).fill(200) };
  it.each([
    ['without a code', async () => (await takePhotos(blank, [small]))[0], 'QR_NOT_FOUND'],
    ['that is damaged', async () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'PICTURE_UNREADABLE'],
  ])('cannot run with one %s', async (_, take, error) => {
    const photo = (await take()) as Uint8Array;
    const { code, out, err } = await verify(['photo', ...options], { change: { photo } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error ${error}: `);
  });

  it.each<[string, string, string]>([
    ['PDF', '%PDF-1.7\n%âãÏÓ', 'Photograph the code on the page'],
    ['HEIF', '\0\0\0\u0018ftypheic', 'Take it again as JPEG'],
    ['WebP', 'RIFF\u0001\u0002\0\0WEBPVP8 ', 'JPEG or PNG'],
    ['GIF', 'GIF89a', 'JPEG or PNG'],
    ['TIFF', 'II*\0\b', 'JPEG or PNG'],
    ['TIFF', 'MM\0*\0', 'JPEG or PNG'],
  ])('holds no %s that it cannot read against the company', async (form, begin, hint) => {
    const change = { page: Uint8Array.from(begin, (character) => character.charCodeAt(0)) };
    const { code, out, err } = await verify(['page', ...options], { change });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error PICTURE_UNREADABLE: The file is a`);
    expect(err).toContain(form);
    expect(err).toContain(hint);
  });
});

describe('verify, with a bundle that is refused', () => {
  it.each([
    ['of another post', ['--bundle', 'pe.eslabon', '--as', 'PE'], {}, 'BUNDLE_ATTESTOR_UNKNOWN'],
    ['that is garbage', options, { 'pe.eslabon': 'not a bundle' }, 'BUNDLE_MALFORMED'],
    ['that is empty', options, { 'pe.eslabon': '' }, 'BUNDLE_MALFORMED'],
  ])('%s: UNDETERMINED, 1, and the code is named', async (_, args, change, bundleCode) => {
    const { code, out } = await verify(['active.jwt', ...args], { change });
    expect(code).toBe(1);
    expect(out).toMatch(/^⚠ UNDETERMINED: /);
    expect(out).toContain(bundleCode);
    const json = await verify(['active.jwt', ...args, '--json'], { change });
    expect(verdictOf(json.out)).toMatchObject({ verdict: 'UNDETERMINED' });
    expect(json.out).toContain(bundleCode);
  });
});

describe('verify, with a file that is no certificate', () => {
  it.each([
    ['garbage', 'this is not a certificate'],
    ['nothing', ''],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
    ['broken JSON', '{"type": '],
    ['JSON of something else', '[1, 2, {"a": null}]'],
    ['deep JSON', `{"proof": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a megabyte', 'a'.repeat(1024 * 1024)],
    ['a megabyte of dots', '.'.repeat(1024 * 1024)],
  ])('%s ends with 1 and is not trusted', async (_, bytes) => {
    const { code, out } = await verify(['x', ...options, '--json'], { change: { x: bytes } });
    expect(code).toBe(1);
    expect(verdictOf(out).verdict).toBe('UNTRUSTED');
  });

  it('anything at all ends with 1, and never with a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json()), async (bytes) => {
        const { code, out } = await verify(['x', ...options, '--json'], { change: { x: bytes } });
        expect(code).toBe(1);
        expect(verdictOf(out).verdict).toBe('UNTRUSTED');
      }),
      { numRuns: 40 },
    );
  });
});

describe('verify, when it cannot run', () => {
  it.each([
    ['no certificate', ['nowhere.jwt', ...options], {}, 'FILE_UNREADABLE'],
    ['no bundle', ['active.jwt', '--bundle', 'nowhere', '--as', 'MX'], {}, 'FILE_UNREADABLE'],
    ['no trust anchor', ['active.jwt', ...options], { 'trust.json': null }, 'TRUST_NOT_FOUND'],
    ['a broken trust anchor', ['active.jwt', ...options], { 'trust.json': '{' }, 'TRUST_MALFORMED'],
    ['more than a megabyte', ['x', ...options], { x: 'a'.repeat(1024 * 1024 + 1) }, 'INPUT_TOO_LARGE'],
    [
      'a bundle over its limit',
      ['active.jwt', ...options],
      { 'pe.eslabon': new Uint8Array(16 * 1024 * 1024 + 1) },
      'BUNDLE_TOO_LARGE',
    ],
  ] as const)('%s ends with 2', async (_, args, change, error) => {
    const { code, out, err } = await verify(args, { change });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error ${error}: `);
    expect(err).not.toContain('    at ');
  });
});
