import { describe, expect, it } from '@jest/globals';
import { submitterSchema } from './submitter-config.js';

const address = `0x${'Ab'.repeat(20)}`;
const relay = { model: 'relay', relaySignerUrl: 'http://127.0.0.1:9001', nodeAddress: address };

describe('submitterSchema', () => {
  it('fills in what is usual', () => {
    expect(submitterSchema.parse({ model: 'direct' })).toEqual({ model: 'direct' });
    expect(submitterSchema.parse({ ...relay, gasAllowance: 'basic' })).toEqual({
      ...relay,
      nodeAddress: address.toLowerCase(),
      gasAllowance: 500_000,
      expirationSeconds: 600,
    });
    expect(submitterSchema.parse({ ...relay, gasAllowance: 'standard' })).toMatchObject({
      gasAllowance: 1_500_000,
    });
    expect(submitterSchema.parse({ ...relay, gasAllowance: 20_000_000 })).toMatchObject({
      gasAllowance: 20_000_000,
    });
    expect(submitterSchema.parse({ model: 'hub', hub: address })).toEqual({
      model: 'hub',
      hub: address.toLowerCase(),
      space: 0,
    });
  });

  it.each([
    ['no model', {}],
    ['a model that there is not', { model: 'pigeon' }],
    ['what belongs to another model', { model: 'direct', hub: address }],
    ['a relay without an allowance', relay],
    ['an allowance that nothing fits into', { ...relay, gasAllowance: 300_000 }],
    ['a membership that there is not', { ...relay, gasAllowance: 'gold' }],
    ['an expiration that RelaySigners refuse', { ...relay, gasAllowance: 'basic', expirationSeconds: 60 }],
    ['an address that is too short', { model: 'hub', hub: '0xab' }],
    ['a space above 32 bits', { model: 'hub', hub: address, space: 2 ** 32 }],
  ])('refuses %s', (_, input) => {
    expect(submitterSchema.safeParse(input).success).toBe(false);
  });
});
