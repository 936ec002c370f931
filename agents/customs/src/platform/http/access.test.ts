import { type Operation, type OperationId, operations, type Scope, scopes } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CallRequest,
  call,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../../testing/index.js';
import { revokeApiKey } from './api-keys.js';
import { type Role, roles } from './roles.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const ids = Object.keys(operations) as OperationId[];
const guarded = ids.filter((id) => operations[id].scope !== null);

/** A request that passes everything in front of the use case where that is possible without changing anything. */
function requestFor(id: OperationId): CallRequest {
  const operation: Operation = operations[id];
  return {
    params: {
      ...{ id: nobody, renewalId: nobody, offerId: nobody, block: '0', profile: 'vc-jwt' },
      thumbprint: 'A'.repeat(43),
    },
    ...(operation.body === undefined ? {} : { body: operation.body.kind === 'json' ? {} : '' }),
  };
}

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  // Dozens of refused keys on purpose.
  network = await startTestNetwork({ countries: ['PE', 'MX'], config: { failedKeysPerMinute: 100_000 } });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

describe('keys', () => {
  it.each(guarded)('%s asks for a key', async (id) => {
    const answer = await call(agent.url, id, requestFor(id));
    expect(answer).toMatchObject({ status: 401, code: 'AUTHENTICATION_REQUIRED' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="eslabon"');
  });

  it.each(guarded)('%s refuses a wrong key', async (id) => {
    const key = `esk_0123456789ab_${'x'.repeat(43)}`;
    expect(await call(agent.url, id, { ...requestFor(id), key })).toMatchObject({
      status: 401,
      code: 'AUTHENTICATION_FAILED',
    });
  });

  it.each(ids.filter((id) => operations[id].scope === null))('%s is public', async (id) => {
    // Data for wallets are not there where issuing to wallets is not configured.
    const status = operations[id].tag === 'Wallet data' ? 404 : 200;
    expect(await call(agent.url, id, requestFor(id))).toMatchObject({ status });
  });

  it('says the same words whatever is wrong with a key', async () => {
    const good = agent.keys.auditor;
    const revoked = agent.keys.machine;
    await revokeApiKey(agent.agent.parts.database, revoked.split('_')[1] as string);
    const wrong = [
      'nonsense',
      'esk_',
      `${good}x`,
      good.slice(0, -1),
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
      good.toUpperCase(),
      `esk_ffffffffffff_${good.slice(-43)}`,
      network.agent('MX').keys.auditor,
      revoked,
      `'; DROP TABLE api_key; --`,
      'esk_'.padEnd(4000, 'A'),
    ];
    const answers = await Promise.all(
      wrong.map((key) => call(agent.url, 'listCertificates', { headers: { 'x-api-key': key } })),
    );
    for (const { status, json } of answers) {
      expect(status).toBe(401);
      expect(json).toEqual(answers[0]?.json);
    }
    expect(await call(agent.url, 'listCertificates', { key: good })).toMatchObject({ status: 200 });
  });

  it('takes a key from x-api-key too, and does not take other schemes for one', async () => {
    const key = agent.keys.auditor;
    const send = (headers: Record<string, string>) => call(agent.url, 'listCertificates', { headers });
    expect(await send({ 'x-api-key': key })).toMatchObject({ status: 200 });
    expect(await send({ authorization: `bearer  ${key}` })).toMatchObject({ status: 200 });
    for (const authorization of [`Basic ${btoa(`x:${key}`)}`, key, 'Bearer', `Bearer ${key} ${key}`]) {
      expect(await send({ authorization })).toMatchObject({ status: 401, code: 'AUTHENTICATION_REQUIRED' });
    }
  });
});

describe('roles', () => {
  // `machine` is revoked above; this matrix must not depend on the order of tests.
  const matrix = (Object.keys(roles) as Role[]).flatMap((role) => guarded.map((id) => [role, id] as const));

  it('has a key for every role and an operation for every scope', () => {
    const needed = (Object.values(operations) as Operation[]).flatMap(({ scope, furtherScopes = [] }) => [
      ...(scope === null || scope === 'key' ? [] : [scope]),
      ...furtherScopes,
    ]);
    expect(new Set(needed)).toEqual(new Set(scopes));
  });

  const bundles = (Object.values(operations) as Operation[]).filter(({ furtherScopes }) =>
    furtherScopes?.includes('register:read'),
  );
  const readers = (Object.keys(roles) as Role[]).filter((role) =>
    (roles[role] as readonly Scope[]).includes('bundles:read'),
  );
  it.each(readers.flatMap((role) => bundles.map(({ id }) => [role, id as OperationId] as const)))(
    'with the register, %s: %s',
    async (role, id) => {
      const { url, keys } = network.agent('MX');
      const query = { register: 'true', base: `0x${'0'.repeat(64)}`, at: '2100-01-01T00:00:00Z' };
      const { code, json } = await call(url, id, { ...requestFor(id), query, key: keys[role] });
      const may = (roles[role] as readonly Scope[]).includes('register:read');
      expect({ may, denied: code === 'PERMISSION_DENIED' }).toEqual({ may, denied: !may });
      if (!may) expect(JSON.stringify(json)).toContain('register:read');
    },
  );

  it.each(matrix)('%s: %s', async (role, id) => {
    const scope = operations[id].scope as Scope | 'key';
    const key = network.agent('MX').keys[role];
    const { status, code, json } = await call(network.agent('MX').url, id, { ...requestFor(id), key });
    expect([401, 429]).not.toContain(status);
    const may = scope === 'key' || (roles[role] as readonly Scope[]).includes(scope);
    expect({ may, denied: code === 'PERMISSION_DENIED' }).toEqual({ may, denied: !may });
    if (may) return;
    expect(status).toBe(403);
    expect(JSON.stringify(json)).toContain(scope);
    expect(JSON.stringify(json)).toContain(role);
  });
});
