import { describe, expect, it } from '@jest/globals';
import { recoverAddress } from 'viem';
import { testAccount } from './test-account.js';
import { testKey } from './test-key.js';

describe('testKey', () => {
  it('is the same for a label and different between labels', () => {
    expect(testKey('PE')).toMatch(/^0x[0-9a-f]{64}$/);
    expect(testKey('PE')).toBe(testKey('PE'));
    expect(testKey('PE')).not.toBe(testKey('MX'));
  });
});

describe('testAccount', () => {
  it('signs digests that recover to its lower-case address', async () => {
    const account = testAccount('PE');
    const digest = testKey('any 32 bytes');
    const signature = await account.signDigest(digest);
    expect(signature).toMatch(/^0x[0-9a-f]{128}1[bc]$/);
    expect((await recoverAddress({ hash: digest, signature })).toLowerCase()).toBe(account.address);
  });
});
