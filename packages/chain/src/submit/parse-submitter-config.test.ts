import { describe, expect, it } from '@jest/globals';
import { parseSubmitterConfig, readSubmitterConfig } from './parse-submitter-config.js';

const address = `0x${'Ab'.repeat(20)}`;
const relay = {
  model: 'relay',
  relaySignerUrl: 'http://127.0.0.1:9001',
  nodeAddress: address,
  gasAllowance: 'basic',
};
const hub = { model: 'hub', hub: address };

describe('parseSubmitterConfig', () => {
  it('fills in what is usual', () => {
    expect(parseSubmitterConfig({ model: 'direct' })).toEqual({ model: 'direct' });
    const nodeAddress = address.toLowerCase();
    expect(parseSubmitterConfig(relay)).toEqual({
      ...relay,
      nodeAddress,
      gasAllowance: 500_000,
      expirationSeconds: 600,
    });
    expect(parseSubmitterConfig({ ...relay, gasAllowance: 'standard' })).toMatchObject({
      gasAllowance: 1_500_000,
    });
    expect(parseSubmitterConfig(hub)).toEqual({ ...hub, hub: nodeAddress, space: 0 });
  });

  it('takes the least and the most', () => {
    for (const expirationSeconds of [300, 86_400]) {
      const url = 'https://user:secret@relay.example/v1';
      const value = { ...relay, gasAllowance: 350_000, expirationSeconds, relaySignerUrl: url };
      expect(parseSubmitterConfig(value)).toEqual({ ...value, nodeAddress: address.toLowerCase() });
    }
    expect(parseSubmitterConfig({ ...hub, space: 0xffff_ffff })).toMatchObject({ space: 0xffff_ffff });
  });

  it.each([
    ['', null],
    ['', []],
    ['', 'direct'],
    ['model', {}],
    ['model', { model: 'pigeon' }],
    ['model', { model: 'constructor' }],
    ['hub', { model: 'direct', hub: address }],
    ['privateKey', { ...relay, privateKey: `0x${'1'.repeat(64)}` }],
    ['relaySignerUrl', { ...relay, relaySignerUrl: 'ws://127.0.0.1:9001' }],
    ['relaySignerUrl', { ...relay, relaySignerUrl: 'relay' }],
    ['nodeAddress', { ...relay, nodeAddress: undefined }],
    ['nodeAddress', { ...relay, nodeAddress: '0xab' }],
    ['gasAllowance', { ...relay, gasAllowance: undefined }],
    ['gasAllowance', { ...relay, gasAllowance: 349_999 }],
    ['gasAllowance', { ...relay, gasAllowance: 'gold' }],
    ['gasAllowance', { ...relay, gasAllowance: 'toString' }],
    ['gasAllowance', { ...relay, gasAllowance: '500000' }],
    ['expirationSeconds', { ...relay, expirationSeconds: 299 }],
    ['expirationSeconds', { ...relay, expirationSeconds: 86_401 }],
    ['expirationSeconds', { ...relay, expirationSeconds: 600.5 }],
    ['hub', { model: 'hub' }],
    ['space', { ...hub, space: -1 }],
    ['space', { ...hub, space: 2 ** 32 }],
    ['space', { ...hub, space: '0' }],
  ])('names the member “%s” of %j', (member, value) => {
    expect(readSubmitterConfig(value).problems).toEqual([{ member, message: expect.any(String) }]);
  });

  it('names every wrong member and repeats no value', () => {
    const secret = `0x${'1'.repeat(64)}`;
    const wrong = { ...relay, nodeAddress: secret, relaySignerUrl: 'relay', token: secret };
    let message = '';
    try {
      parseSubmitterConfig(wrong);
    } catch (error) {
      expect(error).toMatchObject({ code: 'CONFIG_INVALID', hints: [expect.stringContaining('operations')] });
      message = (error as Error).message;
    }
    for (const member of ['nodeAddress', 'relaySignerUrl', 'token']) expect(message).toContain(`${member}: `);
    expect(message).not.toContain('1111');
  });
});
