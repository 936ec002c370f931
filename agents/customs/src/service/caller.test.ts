import type { CallerView } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApiKey, revokeApiKey } from '../platform/http/api-keys.js';
import { type Role, roles } from '../platform/http/roles.js';
import { call, startIssuing, startTestNetwork, type TestNetwork } from '../testing/index.js';

let network: TestNetwork;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
});

afterAll(() => network.stop());

const ask = (country: 'PE' | 'MX', key?: string) => call(network.agent(country).url, 'getCaller', { key });

describe('whose key it is', () => {
  it.each(Object.keys(roles) as Role[])('%s: what the key may do, and whose agent it is', async (role) => {
    const { keys, agent } = network.agent('PE');
    const { config, keys: ring } = agent.parts;
    const key = keys[role];
    expect(await ask('PE', key)).toMatchObject({
      status: 200,
      json: {
        ...{ id: key.split('_')[1], name: role, role, scopes: roles[role], fourEyes: true },
        authority: { name: config.name, country: 'PE', did: ring.did, utcOffset: config.utcOffset },
      },
    });
  });

  it('nothing of the secret is in it', async () => {
    const key = network.agent('PE').keys.auditor;
    const { json } = await ask('PE', key);
    expect(JSON.stringify(json)).not.toContain(key.split('_')[2]);
  });

  it('is said to nobody without a key, with a wrong one, or with one that was revoked', async () => {
    const { database } = network.agent('PE').agent.parts;
    const key = await createApiKey(database, 'Ana Pérez', 'officer');
    expect((await ask('PE', key)).json).toMatchObject({ name: 'Ana Pérez', role: 'officer' });
    await revokeApiKey(database, key.split('_')[1] as string);
    const refused = await ask('PE', key);
    expect(refused).toMatchObject({ status: 401, code: 'AUTHENTICATION_FAILED' });
    expect((await ask('PE', network.agent('MX').keys.auditor)).json).toEqual(refused.json);
    expect(await ask('PE')).toMatchObject({ status: 401, code: 'AUTHENTICATION_REQUIRED' });
  });
});

describe('what the agent can do', () => {
  const features = async () => {
    const { offers, email, presentations } = (await ask('MX', network.agent('MX').keys.officer))
      .json as CallerView;
    return { offers, email, presentations };
  };

  it('is as the operator configured it', async () => {
    const agent = network.agent('MX');
    const smtp = { host: '127.0.0.1', port: 25, secure: 'none', from: 'oea@aduana.example' } as const;
    expect(await features()).toEqual({ offers: false, email: false, presentations: false });
    await startIssuing(agent);
    expect(await features()).toEqual({ offers: true, email: false, presentations: false });
    await startIssuing(agent, {}, { smtp, fourEyes: false });
    expect(await features()).toEqual({ offers: true, email: true, presentations: false });
    expect((await ask('MX', agent.keys.officer)).json).toMatchObject({ fourEyes: false });
    // Where there are no offers, there is nothing that could be sent.
    await agent.restart({ smtp });
    expect(await features()).toEqual({ offers: false, email: false, presentations: false });
  });
});
