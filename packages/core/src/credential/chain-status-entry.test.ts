import { describe, expect, it } from '@jest/globals';
import { aeoStatusSchema } from './aeo-credential.js';
import { chainStatusEntry } from './chain-status-entry.js';

const entry = { type: 'EslabonStatusEntry', chainId: 1, contract: `0x${'a'.repeat(40)}`, list: 0, index: 7 };
const bitstring = (statusPurpose: string, changes: object = {}) => ({
  type: 'BitstringStatusListEntry',
  statusPurpose,
  statusListIndex: '7',
  statusListCredential: `https://agent.example/status-lists/0/${statusPurpose}`,
  ...changes,
});
const both = [entry, bitstring('revocation'), bitstring('suspension')];

describe('credentialStatus of a certificate', () => {
  it.each([
    ['the chain entry alone', entry],
    ['the chain entry with both bitstring entries', both],
  ])('is %s, and the chain entry is found in it', (_what, status) => {
    expect(chainStatusEntry(aeoStatusSchema.parse(status))).toEqual(entry);
  });

  it.each<[string, unknown]>([
    [
      'another index in a bitstring entry',
      [entry, bitstring('revocation', { statusListIndex: '8' }), both[2]],
    ],
    ['another way to write the index', [entry, both[1], bitstring('suspension', { statusListIndex: '07' })]],
    ['an index that is a number', [entry, both[1], bitstring('suspension', { statusListIndex: 7 })]],
    ['the purposes the other way round', [entry, both[2], both[1]]],
    ['one purpose only', [entry, both[1]]],
    ['one entry too many', [...both, both[1]]],
    ['no chain entry', both.slice(1)],
    ['a bitstring entry alone', both[1]],
    [
      'a list over http',
      [entry, bitstring('revocation', { statusListCredential: 'http://a.example/l' }), both[2]],
    ],
    ['statusSize', [entry, bitstring('revocation', { statusSize: 1 }), both[2]]],
    ['statusMessage', [entry, bitstring('revocation', { statusMessage: [] }), both[2]]],
    ['an empty list', []],
  ])('is refused with %s', (_what, status) => {
    expect(aeoStatusSchema.safeParse(status).success).toBe(false);
  });
});
