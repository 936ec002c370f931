import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64Encode } from '../encoding/base64.js';
import { anyCredential, anyPresentation } from '../testing/documents.fixture.js';
import { base64urlOf, open, refused } from '../testing/securings.fixture.js';
import { securings } from './securings.js';

describe('“unsecured input”', () => {
  it.each<[string, string]>([
    ['JSON', JSON.stringify(anyCredential())],
    ['a presentation in JSON', JSON.stringify(anyPresentation())],
    ['nothing', ''],
    ['a word', 'credential'],
    [
      'a JWT without signature',
      `${base64urlOf({ alg: 'none', typ: 'vc+jwt' })}.${base64urlOf(anyCredential())}.`,
    ],
    [
      'a JWT that says so',
      `${base64urlOf({ alg: 'none', typ: 'vc+jwt' })}.${base64urlOf(anyCredential())}.AAAA`,
    ],
    ['COSE in hexadecimal', Buffer.from('d284', 'hex').toString('hex')],
  ])('fails: %s', async (_what, secured) => {
    await expect(open(secured)).rejects.toThrow(expect.objectContaining({ name: 'EslabonError' }));
  });
});

describe('whatever is handed over', () => {
  it('of no text do two containers say that it is theirs', () => {
    const beginning = fc.constantFrom('0oR', 'eyJ', '', '0oRY~', '0oR.');
    fc.assert(
      fc.property(
        beginning,
        fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w.~-]*$/)),
        (first, rest) => {
          const containers = new Set(securings.map(({ container }) => container));
          expect(
            [...containers].filter((container) => container.recognises(first + rest)).length,
          ).toBeLessThan(2);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('ends with EslabonError or is opened', async () => {
    const json = fc.json().map((value) => Buffer.from(value).toString('base64url'));
    const part = fc.oneof(fc.string(), json, fc.constant(base64urlOf({ alg: 'ES256', typ: 'vc+jwt' })));
    const tokens = fc
      .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom('.', '~'))
      .map(([parts, by]) => parts.join(by));
    const bytes = fc.uint8Array({ maxLength: 80 }).map((some) => Uint8Array.from([0xd2, 0x84, ...some]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(tokens, bytes, fc.uint8Array(), bytes.map(base64Encode)), async (secured) => {
        await expect(open(secured)).rejects.toThrow(expect.objectContaining({ name: 'EslabonError' }));
      }),
      { numRuns: 500 },
    );
  });

  it('of half a megabyte is the most that is read', async () => {
    const tooLong = `${'A'.repeat(524_280)}.AAAA.AAAA`;
    for (const secured of [tooLong, `${tooLong}~`]) {
      await expect(open(secured)).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
    }
    const cose = `0oRY${'A'.repeat(524_288)}`;
    await expect(open(cose)).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });
});
