import { describe, expect, it } from '@jest/globals';
import { deployment } from '../testing/synthetic-chain.js';
import { parseDeployment } from './parse-deployment.js';

// biome-ignore lint/suspicious/noExplicitAny: JSON is edited at will to make what is no deployment.
type Json = any;

const whole = { ...deployment, deployBlock: 7, layoutVersion: 1 };

describe('parseDeployment', () => {
  it('reads what JSON gives back, in lower case', () => {
    const json: Json = structuredClone(whole);
    const { address } = json.contracts.didRegistry;
    json.contracts.didRegistry.address = `0x${address.slice(2).toUpperCase()}`;
    expect(parseDeployment(JSON.parse(JSON.stringify(json)))).toEqual(whole);
  });

  it.each<[string, (json: Json) => void]>([
    ['a deployment that was not finished', (json) => delete json.contracts.statusRegistry],
    ['a storage layout that is not read', (json) => Object.assign(json, { layoutVersion: 2 })],
    [
      'a consensus that begins after block 0',
      (json) => Object.assign(json, { consensus: [{ fromBlock: 1, protocol: 'qbft' }] }),
    ],
    ['a member that is not known', (json) => Object.assign(json, { attestors: [] })],
    [
      'two contracts at one address',
      (json) => Object.assign(json.contracts, { didRegistry: json.contracts.statusRegistry }),
    ],
  ])('refuses %s', (_what, alter) => {
    const json: Json = structuredClone(whole);
    alter(json);
    expect(() => parseDeployment(json)).toThrow(expect.objectContaining({ code: 'DEPLOYMENT_MALFORMED' }));
  });
});
