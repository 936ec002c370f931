import { encodeBundle, parseTrustAnchor } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import { rgbaOf, sheetOf } from '@eslabon/paper/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { syntheticContent } from '../../../../packages/bundle/src/testing/synthetic-bundle.js';
import { type Desk, equipDesk } from '../testing/desk.js';
import { localEngine } from '../testing/local-engine.js';
import type { BundleSummary } from './contract.js';
import { fingerprintOf } from './fingerprint-of.js';

let desk: Desk;
const engine = localEngine();
const country = 'MX';
const open = (file: Uint8Array, own = country) =>
  engine('openBundle', { file, anchor: desk.anchor, country: own, now: desk.at / 1000 });

beforeAll(async () => {
  desk = await equipDesk();
});

describe('readAnchor', () => {
  it('gives a fingerprint that does not depend on how the file is written', async () => {
    const read = await engine('readAnchor', { text: desk.anchorText });
    const reordered = JSON.stringify(
      Object.fromEntries(Object.entries(desk.anchor).reverse()),
      undefined,
      4,
    ).replace(/"0x[0-9a-f]{40}/g, (address) => `"0x${address.slice(3).toUpperCase()}`);
    expect(await engine('readAnchor', { text: `\ufeff${reordered}` })).toEqual(read);
    expect(read.fingerprint).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
    expect(read.countries).toEqual(['MX', 'PE']);
  });

  it('gives another fingerprint for every change that can be made', () => {
    const { anchor } = desk;
    const [first, ...others] = anchor.attestors;
    const { contracts } = anchor;
    const variants = [
      anchor,
      { ...anchor, chainId: anchor.chainId + 1 },
      { ...anchor, attestors: others },
      { ...anchor, attestors: [...others, first] },
      { ...anchor, attestors: [{ ...first, country: 'MX' }, ...others] },
      { ...anchor, contracts: { ...contracts, didRegistry: contracts.statusRegistry } },
      { ...anchor, deployBlock: 1 },
    ];
    const fingerprints = variants.map((variant) => fingerprintOf(variant as typeof anchor));
    expect(new Set(fingerprints).size).toBe(variants.length);
  });

  it.each(['', 'no JSON', '{}', 'null', '[]'])('refuses “%s”', async (text) => {
    await expect(engine('readAnchor', { text })).rejects.toMatchObject({ code: 'TRUST_MALFORMED' });
  });
});

describe('openBundle', () => {
  it('says what the bundle is and holds', async () => {
    const summary = await open(desk.bundle);
    expect(summary).toMatchObject({
      size: desk.bundle.length,
      chainId: desk.anchor.chainId,
      block: { number: 1234 },
      trust: { mode: 'attested', country: 'MX' },
      countries: expect.arrayContaining(['MX', 'PE']),
    });
    expect(summary).not.toHaveProperty('registerSize');
    expect(summary.digest).toMatch(/^0x[0-9a-f]{64}$/);
  });

  it.each([
    ['another country’s post', 'PE', (file: Uint8Array) => file, 'BUNDLE_ATTESTOR_UNKNOWN'],
    ['a cut file', 'MX', (file: Uint8Array) => file.slice(0, -1), 'BUNDLE_MALFORMED'],
  ])('refuses %s', async (_, own, alter, code) => {
    await expect(open(alter(desk.bundle), own)).rejects.toMatchObject({ code });
  });

  it('refuses what is from the future by the clock of the device', async () => {
    const request = { file: desk.bundle, anchor: desk.anchor, country, now: desk.at / 1000 - 86_400 };
    await expect(engine('openBundle', request)).rejects.toMatchObject({ code: 'BUNDLE_FUTURE' });
  });
});

describe('decide', () => {
  let summary: BundleSummary;
  beforeAll(async () => {
    summary = await open(desk.bundle);
  });
  const decide = (presented: string, at = desk.at) =>
    engine('decide', { presented, digest: summary.digest, country, at });

  it.each([
    ['active', 'RECOGNISED', 'RECONOCIDO'],
    ['suspended', 'SUSPENDED', 'SUSPENDIDO'],
    ['revoked', 'REVOKED', 'REVOCADO'],
    ['altered', 'UNTRUSTED', 'NO CONFIABLE'],
  ] as const)('%s is %s, in words', async (name, verdict, word) => {
    const assessment = await decide(desk.tokens[name]);
    expect(assessment.verdict.verdict).toBe(verdict);
    expect(assessment.words.es.word).toBe(word);
    expect(assessment.verdict.certificate === undefined).toBe(verdict === 'UNTRUSTED');
    expect(assessment.words.pt.roles).toEqual(verdict === 'UNTRUSTED' ? [] : ['exportador']);
  });

  it.each([
    ['active', 'RECOGNISED'],
    ['suspended', 'SUSPENDED'],
  ] as const)('the code on paper of what is %s is %s', async (name, verdict) => {
    const assessment = await decide(`${desk.printed[name]}\r\n`);
    expect(assessment.verdict.verdict).toBe(verdict);
    expect(assessment.verdict.certificate?.certificateNumber).toBe('PE-OEA-2023-0012');
  });

  it('digests what was presented without the spaces around it', async () => {
    const { sha256 } = await decide(desk.tokens.active.trim());
    expect(await decide(`\ufeff\n ${desk.tokens.active}\r\n`)).toMatchObject({ sha256 });
    expect((await decide(desk.tokens.revoked)).sha256).not.toBe(sha256);
  });

  it('decides nothing past the hard limit', async () => {
    const { verdict } = await decide(desk.tokens.active, desk.at + 3650 * 86_400_000);
    expect(verdict.verdict).toBe('UNDETERMINED');
    expect(verdict.asOf?.freshness).toBe('stale');
  });

  it('does not decide with a bundle that is not open', async () => {
    const request = { presented: 'x', digest: '0x00', country, at: desk.at };
    await expect(engine('decide', request)).rejects.toMatchObject({ code: 'BUNDLE_NOT_READY' });
  });
});

describe('lookUp', () => {
  const pe = 'PE' as Country;
  let digest: string;
  beforeAll(async () => {
    const { active, suspended, altered } = desk.tokens;
    const content = await syntheticContent();
    const register = [
      { country: pe, tin: '20100047218', credential: active.trim() },
      { country: pe, tin: '20100047218', credential: suspended.trim() },
      { country: pe, tin: '20999999999', credential: active.trim() },
      { country: pe, tin: '20888888888', credential: altered.trim() },
    ];
    const file = encodeBundle({ ...content, register });
    const request = { file, anchor: parseTrustAnchor(desk.anchor), country: 'PE', now: desk.at / 1000 };
    const summary = await engine('openBundle', request);
    expect(summary.registerSize).toBe(4);
    digest = summary.digest;
  });
  const lookUp = (tin: string) =>
    engine('lookUp', { tinCountry: 'PE', tin, digest, country: 'PE', at: desk.at });

  it.each(['20100047218', 'PE20100047218', ' pe 2010-0047.218 '])(
    'finds “%s”, each by itself',
    async (tin) => {
      const { assessments, foreign, ...answer } = await lookUp(tin);
      expect(answer.tin).toBe('PE20100047218');
      expect(foreign).toBe(0);
      expect(assessments.map(({ verdict }) => verdict.verdict).sort()).toEqual(['RECOGNISED', 'SUSPENDED']);
    },
  );

  it('leaves out what is of another company, however the register has it', async () => {
    expect(await lookUp('20999999999')).toMatchObject({ assessments: [], foreign: 1 });
  });

  it('shows what nobody signed as what it is', async () => {
    const { assessments, foreign } = await lookUp('20888888888');
    expect(foreign).toBe(0);
    expect(assessments.map(({ verdict }) => verdict.verdict)).toEqual(['UNTRUSTED']);
  });

  it('finds nothing for an unknown number, and refuses what is none', async () => {
    expect(await lookUp('20123456789')).toEqual({ tin: 'PE20123456789', assessments: [], foreign: 0 });
    await expect(lookUp('¿?')).rejects.toMatchObject({ code: 'TIN_INVALID' });
  });
});

describe('readQr', () => {
  it('reads the code on a sheet of paper, and decides about it as about any certificate', async () => {
    const picture = rgbaOf(sheetOf(desk.printed.active, 620));
    const pixels = { ...picture, data: new Uint8ClampedArray(picture.data) };
    expect(await engine('readQr', { picture: pixels, patient: true })).toBe(desk.printed.active);
  });

  it('answers null for a picture without a code', async () => {
    const picture = { width: 40, height: 40, data: new Uint8ClampedArray(40 * 40 * 4).fill(255) };
    expect(await engine('readQr', { picture, patient: true })).toBeNull();
  });
});
