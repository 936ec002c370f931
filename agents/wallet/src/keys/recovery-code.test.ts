import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRecoveryCode, readRecoveryCode } from './recovery-code.js';

const mistyped = { code: 'RECOVERY_CODE_MISTYPED' };

describe('recovery codes', () => {
  it('have 26 characters of five bits and two to check them, in groups of four, and none twice', async () => {
    const codes = await Promise.all(Array.from({ length: 200 }, createRecoveryCode));
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(200);
    // Every character of the alphabet stands in every place sooner or later: none is wasted.
    expect(new Set(codes.map((code) => code[0])).size).toBeGreaterThan(20);
  });

  it('are read however they are written: case, spaces, hyphens of any kind, O for 0, I and L for 1', async () => {
    const code = await createRecoveryCode();
    const secret = await readRecoveryCode(code);
    expect(secret).toBe(code.replace(/-/g, '').slice(0, 26));
    const forms = [
      code.toLowerCase(),
      code.replace(/-/g, ''),
      code.replace(/-/g, ' – '),
      ` ${code.split('').join(' ')}\n`,
      code.replace(/0/g, 'O').replace(/1/g, 'l'),
      code.replace(/0/g, 'o').replace(/1/g, 'I'),
    ];
    for (const form of forms) expect(await readRecoveryCode(form)).toBe(secret);
  });

  it('show that a character is wrong, missing, or two are the wrong way round', async () => {
    const code = (await createRecoveryCode()).replace(/-/g, '');
    await expect(readRecoveryCode(code.slice(1))).rejects.toMatchObject(mistyped);
    await expect(readRecoveryCode(`${code}0`)).rejects.toMatchObject(mistyped);
    await expect(readRecoveryCode(code.replace(/.$/, 'U'))).rejects.toMatchObject(mistyped);
    await expect(readRecoveryCode('')).rejects.toMatchObject(mistyped);
    let unnoticed = 0;
    let tried = 0;
    for (let at = 0; at < code.length; at++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === code[at]) continue;
        tried += 1;
        const typed = code.slice(0, at) + other + code.slice(at + 1);
        unnoticed += await readRecoveryCode(typed).then(
          () => 1,
          () => 0,
        );
      }
    }
    // One of 1,024 by chance.
    expect(tried).toBe(28 * 31);
    expect(unnoticed).toBeLessThan(10);
  });

  it('are never read out of anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (text) => {
        await expect(readRecoveryCode(text)).rejects.toMatchObject(mistyped);
      }),
    );
  });
});
