import type { ProvenTrust } from '@eslabon/bundle';
import { describe, expect, it } from '@jest/globals';
import { describeBundle } from './describe-bundle.js';
import type { BundleSummary } from './summarise-bundle.js';

const sealed = (validators: number, hops = 0): ProvenTrust => ({
  mode: 'sealed',
  protocol: 'ibft2',
  validators,
  signers: validators,
  hops,
  checkpoint: { number: 7, hash: '0x00', timestamp: 7, validators: [] },
});

const summary = (trust: ProvenTrust): BundleSummary => ({
  chainId: 648540,
  block: { number: 7, hash: '0x00', time: '2026-05-03T12:00:00.000Z' },
  age: 60,
  digest: '0x11',
  bytes: 900,
  trust,
  authorities: [],
  arrangements: [],
  statusLists: [],
});

const attested = { mode: 'attested', attestor: 'did:ethr:0x1:0x2#controller', country: 'PE' } as ProvenTrust;

describe.each([
  ['en', 'Trust: attested', 'Trust: sealed', 'CAUTION: 3 validators'],
  ['es', 'Confianza: atestiguado', 'Confianza: sellado', 'ATENCIÓN: 3 validadores'],
  ['pt', 'Confiança: atestado', 'Confiança: selado', 'ATENÇÃO: 3 validadores'],
] as const)('describeBundle in %s', (language, byAuthority, byValidators, caution) => {
  const text = (trust: ProvenTrust) => describeBundle(summary(trust), language).join('\n');

  it('tells the word of an authority from the seals of validators', () => {
    expect(text(attested)).toContain(byAuthority);
    expect(text(attested)).not.toContain(byValidators);
    expect(text(sealed(4))).toContain(`${byValidators} (IBFT 2.0)`);
    expect(text(sealed(4))).not.toContain(byAuthority);
  });

  it('does not say of one what only the other leaves unproven', () => {
    const limits = (trust: ProvenTrust) => text(trust).split('\n\n').at(-1)?.split('\n').slice(1) ?? [];
    const [ofAuthority, ofValidators] = [limits(attested), limits(sealed(4))];
    expect(ofAuthority).toHaveLength(4);
    expect(ofValidators).toHaveLength(5);
    expect(ofAuthority.filter((line) => ofValidators.includes(line))).toHaveLength(3);
  });

  it('warns of validators that are too few to survive one that lies', () => {
    expect(text(sealed(3))).toContain(caution);
    expect(text(sealed(4))).not.toMatch(/CAUTION|ATENCIÓN|ATENÇÃO/);
  });

  it('counts the headers on the way', () => {
    const lines = [0, 1, 2].map((hops) => describeBundle(summary(sealed(4, hops)), language)[3]);
    expect(new Set(lines).size).toBe(3);
    expect(lines[1]).toMatch(/ 1 /);
    expect(lines[2]).toMatch(/ 2 /);
  });
});
