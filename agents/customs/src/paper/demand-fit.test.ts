import { type Certificate, operatorRoles } from '@eslabon/core';
import { requireFit } from '@eslabon/paper';
import { describe, expect, it } from '@jest/globals';
import type { AgentParts } from '../agent-parts.js';
import { buildCredential } from '../certificates/build-credential.js';
import { sampleCertificate } from '../testing/index.js';
import { demandFit, printingKey } from './demand-fit.js';

const did = 'did:ethr:0x9e55c:0x1111111111111111111111111111111111111111';
const contract = `0x${'4'.repeat(40)}`;
const authority = { name: 'Aduana de PE', country: 'PE', utcOffset: '-05:00' };
const parts = {
  config: { ...authority, deployment: { contracts: { statusRegistry: { address: contract } } } },
  keys: { did },
} as unknown as Pick<AgentParts, 'config' | 'keys'>;

const fits = (certificate: Certificate) => {
  try {
    demandFit(parts, certificate);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'PAPER_TOO_LARGE' });
    return false;
  }
};

/** A certificate with a name that is taken and with one letter more would not be, though that takes a single byte. */
function tightest(): Certificate {
  const named = (wide: number, narrow: number) =>
    sampleCertificate({ legalName: '漢'.repeat(wide) + 'A'.repeat(narrow), validUntil: undefined });
  const most = (upTo: number, name: (count: number) => Certificate) =>
    Array.from({ length: upTo }, (_, at) => upTo - 1 - at).find((count) => fits(name(count))) ?? 0;
  const wide = most(256, (count) => named(count, 0));
  return named(
    wide,
    most(8, (count) => named(wide, count)),
  );
}

describe('a certificate that is taken', () => {
  it('can be printed whatever renewals and the status lists add to it, and has room for no letter more', () => {
    const certificate = tightest();
    const { legalName } = certificate;
    expect(legalName.length).toBeGreaterThan(50);
    expect(fits({ ...certificate, legalName: `${legalName}A` })).toBe(false);
    const day = '9999-12-31';
    const renewed = {
      ...{ ...certificate, operatorRoles: [...operatorRoles] },
      ...{ decisionDate: day, effectiveDate: day, validUntil: day },
    };
    const entry = { contract, chainId: Number.MAX_SAFE_INTEGER, list: 2 ** 32 - 1, index: 2 ** 20 - 1 };
    const issuer = { ...authority, did } as Parameters<typeof buildCredential>[0];
    const id = 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0001';
    const credential = buildCredential(issuer, id, renewed, entry as Parameters<typeof buildCredential>[3]);
    const key = { algorithm: 'ES256', key: printingKey, issuedAt: 2 ** 32 - 1 } as const;
    expect(() => requireFit(credential, key)).not.toThrow();
  });

  it('is the same one with few roles and with all, with an end and without', () => {
    const { legalName } = tightest();
    for (const roles of [['EX'], [...operatorRoles]]) {
      for (const validUntil of [undefined, '2044-01-14']) {
        const changes = { operatorRoles: roles, validUntil };
        expect(fits(sampleCertificate({ ...changes, legalName }))).toBe(true);
        expect(fits(sampleCertificate({ ...changes, legalName: `${legalName}A` }))).toBe(false);
      }
    }
  });
});
