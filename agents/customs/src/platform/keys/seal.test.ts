import { randomBytes } from 'node:crypto';
import { errorCodeOf } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seal, unseal } from './seal.js';

const masterKey = randomBytes(32);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
}

describe('seal', () => {
  it('gives back what was sealed, and seals it differently each time', () => {
    fc.assert(
      fc.property(bytes(32), fc.string(), (secret, name) => {
        const sealed = seal(masterKey, name, secret);
        expect(unseal(masterKey, name, sealed)).toEqual(secret);
        expect(seal(masterKey, name, secret)).not.toBe(sealed);
      }),
    );
  });

  it('says that another master key sealed it', () => {
    const sealed = seal(masterKey, 'controller', randomBytes(32));
    expect(() => unseal(randomBytes(32), 'controller', sealed)).toThrow(
      expect.objectContaining({ code: 'KEY_SEALED', message: expect.stringContaining('another master key') }),
    );
  });

  it('refuses every alteration of the text', () => {
    const sealed = seal(masterKey, 'controller', randomBytes(32));
    for (let at = 0; at < sealed.length; at++) {
      // Another base64url digit that differs in the bits that count, also at the end of a group.
      const digit = sealed[at] === 'A' ? 'z' : 'A';
      const altered = sealed.slice(0, at) + digit + sealed.slice(at + 1);
      expect([altered, codeOf(() => unseal(masterKey, 'controller', altered))]).toEqual([
        altered,
        'KEY_SEALED',
      ]);
    }
    for (const cut of [
      '',
      'v1',
      sealed.slice(0, -1),
      sealed.slice(0, 30),
      sealed.split('.').slice(0, 3).join('.'),
    ]) {
      expect(codeOf(() => unseal(masterKey, 'controller', cut))).toBe('KEY_SEALED');
    }
  });

  it('binds the name: a key cannot be put in the place of another', () => {
    const sealed = seal(masterKey, 'submitter', randomBytes(32));
    expect(codeOf(() => unseal(masterKey, 'controller', sealed))).toBe('KEY_SEALED');
  });
});
