import { EslabonError } from '@eslabon/core';
import { parseSecured } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleCredential, samplePrinting, samplingKey } from '../testing/sample.js';
import { maxCodeCharacters, maxVersion } from './limits.js';
import { paperCode } from './paper-code.js';
import { planCode } from './plan-code.js';
import { requireFit, type Shortening } from './require-fit.js';

const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });

describe('planCode', () => {
  it.each([
    [maxCodeCharacters, maxVersion, 'M'],
    [1_134 + 1, maxVersion, 'M'],
    [1_134, 22, 'M'],
    // Version 1 holds 20, 16 and 10 characters with M, Q and H (ISO/IEC 18004 Table 7).
    [20, 1, 'M'],
    [16, 1, 'Q'],
    [10, 1, 'H'],
  ])('puts %d characters into version %d with correction %s', (length, version, errorCorrection) => {
    const plan = planCode('A'.repeat(length));
    expect(plan).toMatchObject({ version, errorCorrection });
    expect(plan.modules).toHaveLength(17 + 4 * version);
    expect(plan.modules.every((row) => row.length === plan.modules.length)).toBe(true);
  });

  it('has no room for one more', () => {
    expect(() => planCode('A'.repeat(maxCodeCharacters + 1))).toThrow(refused('PAPER_TOO_LARGE'));
  });
});

describe('requireFit', () => {
  const detailsOf = (run: () => unknown): { shorten: Shortening[] } => {
    try {
      run();
    } catch (error) {
      if (error instanceof EslabonError) return error.details as { shorten: Shortening[] };
      throw error;
    }
    throw new Error('it fits');
  };

  it('lets pass what fits, and says of anything else how many characters are exactly enough', () => {
    const name = fc.string({
      ...{ minLength: 1, maxLength: 256, size: 'max' },
      unit: fc.constantFrom('A', 'Ñ', '漢'),
    });
    fc.assert(
      fc.property(name, name, (legalName, issuerName) => {
        const fits = (made: ReturnType<typeof sampleCredential>) => {
          try {
            requireFit(made, samplingKey);
            return true;
          } catch (error) {
            expect(error).toMatchObject({ code: 'PAPER_TOO_LARGE' });
            return false;
          }
        };
        if (fits(sampleCredential(legalName, issuerName))) return;
        const { shorten } = detailsOf(() => requireFit(sampleCredential(legalName, issuerName), samplingKey));
        for (const { field, characters } of shorten) {
          const cut = (count: number) =>
            field === 'legalName'
              ? sampleCredential([...legalName].slice(0, -count).join(''), issuerName)
              : sampleCredential(legalName, [...issuerName].slice(0, -count).join(''));
          expect(fits(cut(characters))).toBe(true);
          if (characters > 1) expect(fits(cut(characters - 1))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('puts into words what to shorten by how much', () => {
    const hintsOf = (legalName: string, name: string) => {
      try {
        requireFit(sampleCredential(legalName, name), samplingKey);
      } catch (error) {
        if (error instanceof EslabonError) return error.hints;
      }
      throw new Error('it fits');
    };
    expect(hintsOf('漢'.repeat(90), '漢'.repeat(90))).toEqual([
      expect.stringMatching(/^Shorten legalName by \d+ characters, or issuer\.name by \d+ characters\.$/),
    ]);
    expect(hintsOf('漢'.repeat(256), '漢'.repeat(256))).toEqual(['Shorten legalName and issuer.name.']);
  });

  it('names the one that is too long, either where both would do, and both where neither is enough', () => {
    const fields = (legalName: string, name: string) =>
      detailsOf(() => requireFit(sampleCredential(legalName, name), samplingKey)).shorten.map(
        ({ field }) => field,
      );
    expect(fields('漢'.repeat(256), 'Aduana')).toEqual(['legalName']);
    expect(fields('漢'.repeat(90), '漢'.repeat(90))).toEqual(['legalName', 'issuer.name']);
    expect(fields('漢'.repeat(256), '漢'.repeat(256))).toEqual([]);
    expect(() => requireFit(sampleCredential('漢'.repeat(256), 'Aduana'), samplingKey)).toThrow(
      /needs? a code of [\d,]+ characters/,
    );
  });
});

describe('paperCode', () => {
  it('holds the certificate, signed', async () => {
    const credential = sampleCredential();
    const plan = await paperCode({ credential, ...samplePrinting });
    expect(parseSecured(plan.text)).toMatchObject({ format: 'aeo+cwt', claims: credential });
    expect(plan.version).toBeLessThanOrEqual(16);
  });

  it('is refused before anything is signed', async () => {
    const sign = () => {
      throw new Error('signed');
    };
    const credential = sampleCredential('漢'.repeat(256));
    await expect(paperCode({ ...samplePrinting, credential, sign })).rejects.toThrow(
      refused('PAPER_TOO_LARGE'),
    );
  });
});
