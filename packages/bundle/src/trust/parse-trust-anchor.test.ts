import { describe, expect, it } from '@jest/globals';
import { trust } from '../testing/synthetic-bundle.js';
import { parseTrustAnchor } from './parse-trust-anchor.js';

// biome-ignore lint/suspicious/noExplicitAny: JSON is edited at will to make what is no trust anchor.
type Json = any;

describe('parseTrustAnchor', () => {
  it('reads what JSON gives back', () => {
    expect(parseTrustAnchor(JSON.parse(JSON.stringify(trust)))).toEqual(trust);
    const withBlock = { ...trust, deployBlock: 12 };
    expect(parseTrustAnchor(JSON.parse(JSON.stringify(withBlock)))).toEqual(withBlock);
  });

  const [a, b, c] = ['a', 'b', 'c'].map((digit): `0x${string}` => `0x${digit.repeat(40)}`);
  const checkpoint = {
    number: 7,
    hash: `0x${'1'.repeat(64)}`,
    timestamp: 1_700_000_000,
    validators: [a, b, c],
  };
  const follower: Json = {
    ...trust,
    attestors: [],
    consensus: [
      { fromBlock: 0, protocol: 'ibft2' },
      { fromBlock: 100, protocol: 'qbft' },
    ],
    seals: { checkpoint, trustingPeriod: 1_209_600, minValidators: 3 },
  };

  it('reads what is needed to follow validators, without any attestor', () => {
    expect(parseTrustAnchor(JSON.parse(JSON.stringify(follower)))).toEqual(follower);
    const { minValidators: _, ...usual } = follower.seals;
    expect(parseTrustAnchor({ ...follower, seals: usual }).seals).toEqual(usual);
  });

  it('puts the validators of the checkpoint in order, whatever their case', () => {
    const json: Json = structuredClone(follower);
    json.seals.checkpoint.validators = [c, a?.toUpperCase().replace('0X', '0x'), b];
    expect(parseTrustAnchor(json)).toEqual(follower);
  });

  it.each<[string, (json: Json) => void]>([
    ['seals without consensus', (json) => delete json.consensus],
    ['seals without a checkpoint', (json) => delete json.seals.checkpoint],
    ['seals without a trusting period', (json) => delete json.seals.trustingPeriod],
    ['a trusting period of nothing', (json) => Object.assign(json.seals, { trustingPeriod: 0 })],
    ['validators that need not be any', (json) => Object.assign(json.seals, { minValidators: 0 })],
    ['a checkpoint without validators', (json) => Object.assign(json.seals.checkpoint, { validators: [] })],
    ['a validator twice', (json) => json.seals.checkpoint.validators.push(b)],
    [
      'a validator twice in another case',
      (json) => json.seals.checkpoint.validators.push(b?.replace(/b/g, 'B')),
    ],
    ['a checkpoint whose hash is short', (json) => Object.assign(json.seals.checkpoint, { hash: '0x11' })],
    ['a protocol that is not known', (json) => Object.assign(json.consensus[1], { protocol: 'clique' })],
    ['no period of consensus', (json) => Object.assign(json, { consensus: [] })],
    ['a consensus that begins after block 0', (json) => json.consensus.shift()],
    [
      'periods of consensus in descending order',
      (json) => json.consensus.push({ fromBlock: 99, protocol: 'ibft2' }),
    ],
    ['two periods from the same block', (json) => json.consensus.push({ fromBlock: 100, protocol: 'ibft2' })],
  ])('refuses %s', (_what, alter) => {
    const json: Json = structuredClone(follower);
    alter(json);
    expect(() => parseTrustAnchor(json)).toThrow(expect.objectContaining({ code: 'TRUST_MALFORMED' }));
  });

  it('lower-cases checksummed addresses', () => {
    const json: Json = structuredClone(trust);
    json.contracts.statusRegistry.address = json.contracts.statusRegistry.address
      .toUpperCase()
      .replace('0X', '0x');
    expect(parseTrustAnchor(json)).toEqual(trust);
  });

  it.each<[string, (json: Json) => void]>([
    [
      'an unknown member',
      (json) => {
        json.owner = 'me';
      },
    ],
    [
      'a chain id that is text',
      (json) => {
        json.chainId = '648540';
      },
    ],
    [
      'a contract missing',
      (json) => {
        delete json.contracts.didRegistry;
      },
    ],
    [
      'a contract too many',
      (json) => {
        json.contracts.other = json.contracts.didRegistry;
      },
    ],
    [
      'a short address',
      (json) => {
        json.contracts.didRegistry.address = '0x12';
      },
    ],
    [
      'no code hash',
      (json) => {
        delete json.contracts.didRegistry.codeHash;
      },
    ],
    [
      'two contracts at one address',
      (json) => {
        json.contracts.didRegistry.address = json.contracts.statusRegistry.address;
      },
    ],
    [
      'no attestor',
      (json) => {
        json.attestors = [];
      },
    ],
    ['an attestor twice', (json) => json.attestors.push(json.attestors[0])],
    [
      'an attestor without fragment',
      (json) => {
        json.attestors[0].kid = 'did:web:aduana.example';
      },
    ],
    [
      'an attestor without country',
      (json) => {
        json.attestors[0].country = 'Peru';
      },
    ],
    [
      'a key that is none',
      (json) => {
        json.attestors[0].publicKeyMultibase = 'z6Mk';
      },
    ],
  ])('refuses %s', (_what, alter) => {
    const json: Json = structuredClone(trust);
    alter(json);
    expect(() => parseTrustAnchor(json)).toThrow(expect.objectContaining({ code: 'TRUST_MALFORMED' }));
  });

  it.each([null, undefined, 'text', [], 7])('refuses %p', (json) => {
    expect(() => parseTrustAnchor(json)).toThrow(expect.objectContaining({ code: 'TRUST_MALFORMED' }));
  });
});
