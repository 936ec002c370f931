import { describe, expect, it } from '@jest/globals';
import { profilesSchema, statusListsSchema } from './exchange-schema.js';

describe('issuer profiles', () => {
  it.each([[[]], [['vc-jwt']], [['eddsa-rdfc-2022', 'bitstring-status-list']]])('may be %j', (profiles) => {
    expect(profilesSchema.parse(profiles)).toEqual(profiles);
  });

  it.each([[['bbs-2023']], [['*']], ['vc-jwt'], [[null]], [Array(10).fill('vc-jwt')]])(
    'may not be %j',
    (profiles) => {
      expect(profilesSchema.safeParse(profiles).success).toBe(false);
    },
  );
});

describe('status lists', () => {
  it('are fresh for five minutes and of no other host, unless told', () => {
    expect(statusListsSchema.parse({})).toEqual({ ttlSeconds: 300, allowedHosts: [] });
    expect(statusListsSchema.parse({ allowedHosts: ['aduana.example:8443'] }).allowedHosts).toHaveLength(1);
  });

  it.each([
    { ttlSeconds: 0 },
    { ttlSeconds: 86_401 },
    { ttlSeconds: 1.5 },
    { allowedHosts: ['https://a.example'] },
    { other: 1 },
  ])('are refused as %j', (value) => {
    expect(statusListsSchema.safeParse(value).success).toBe(false);
  });
});
