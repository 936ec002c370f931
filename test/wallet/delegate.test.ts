import { createDelegation, parseDelegation, presentSdJwt } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askSample, createTestKey, signJwt, type TestAgent } from '../../agents/customs/src/testing/index.js';
import type { Fetch } from '../../agents/wallet/src/net/bounded-fetch.js';
import type { DelegationWish } from '../../agents/wallet/src/session/contract.js';
import { setUpWallet, startWallet, type TestWallet } from '../../agents/wallet/src/testing/test-wallet.js';
import { type Equipped, equipWallet, startBehindProxy, startWorld, type TestWorld } from './wallet-world.js';

/** Status lists are named by https addresses only. */
const publicUrl = 'https://aduana.pe.example';
const day = 86_400_000;

let world: TestWorld;
let issuer: TestAgent;
let proxy: Fetch;
let company: Equipped;
let driver: TestWallet;
/** Tests shift the clock of the wallets, and put it back. */
let shift = 0;
let isOffline = false;
const now = () => new Date(Date.now() + shift);

beforeAll(async () => {
  world = await startWorld();
  const { peru, fetch: proxied } = await startBehindProxy(world.peru, publicUrl);
  [issuer, proxy] = [peru, proxied];
  const fetch: Fetch = (input, init) =>
    isOffline && String(input).startsWith(publicUrl)
      ? Promise.reject(new TypeError('offline'))
      : proxy(input, init);
  const options = { origin: publicUrl, fetch, now };
  const optional = { tradeName: 'Norte', address: { city: 'Lima', country: 'PE' } };
  company = await equipWallet({ peru }, optional, options);
  driver = await setUpWallet(options);
  await driver.session.refresh();
});

afterAll(() => world.stop());

function wish(changes: Partial<DelegationWish> = {}): DelegationWish {
  return {
    certificateId: company.certificateId,
    delegate: { did: driver.ready().did, name: 'Rosa' },
    purposes: ['consignment'],
    references: ['MSCU1234567'],
    validFrom: new Date(now().getTime() - 60_000),
    validUntil: new Date(now().getTime() + day),
    ...changes,
  };
}

async function presentAs(wallet: TestWallet, id: string, asked: Record<string, unknown> = {}) {
  const purpose = { kind: 'consignment', reference: 'MSCU1234567' };
  const session = await askSample(world.mexico, { purpose, ...asked });
  const preview = await wallet.session.readRequest(session.requestUrl);
  const candidates = preview.candidates.filter((candidate) => candidate.id === id);
  if (candidates.length === 0) return { candidates, kept: undefined };
  await wallet.session.present({ kind: 'delegation', id });
  return {
    candidates,
    kept: await world.mexico.as('verifier').getPresentation({ params: { id: session.id } }),
  };
}

describe('a driver’s invitation', () => {
  it('brings name and key to the company', () => {
    const link = driver.session.invitation('Rosa & Söhne #1');
    expect(link).toMatch(/^https:\/\/aduana\.pe\.example\/wallet\/#delegate=did%3Ajwk%3A/);
    expect(company.session.readInvitation(link)).toEqual({
      did: driver.ready().did,
      name: 'Rosa & Söhne #1',
    });
  });

  it('has a name on one line, not written backwards and not longer than a name', async () => {
    const { did } = driver.ready();
    const nameIn = (name: string) =>
      company.session.readInvitation(`${publicUrl}/wallet/#delegate=${did}&name=${encodeURIComponent(name)}`)
        .name;
    expect(nameIn(' Rosa\n\u202eAITNARAG\u200b ')).toBe('Rosa··AITNARAG·');
    expect(nameIn('x'.repeat(200))).toBe(`${'x'.repeat(100)}…`);
  });

  it.each([
    '',
    'https://x.example/',
    'https://x.example/wallet/#delegate=did:web:x',
    '#delegate=did:jwk:e30',
  ])('is not “%s”', (text) => {
    expect(() => company.session.readInvitation(text)).toThrow(
      expect.objectContaining({ code: 'INVITATION_INVALID' }),
    );
  });
});

describe('a delegation with a status', () => {
  it('is presented by the driver, is RECOGNISED, and no more once the company withdraws it', async () => {
    const given = await company.session.delegate(wish({ statusMaxAge: 3600 }));
    expect(given).toMatchObject({
      unpublished: false,
      delegate: { name: 'Rosa' },
      references: ['MSCU1234567'],
    });
    const id = await driver.session.acceptDelegation(given.link);
    expect(driver.ready().held).toMatchObject([{ id, state: 'valid', purposes: ['consignment'] }]);
    const { kept, candidates } = await presentAs(driver, id);
    expect(kept).toMatchObject({
      verdict: { verdict: 'RECOGNISED' },
      delegate: { did: driver.ready().did, purposes: ['consignment'] },
      refusals: [],
    });
    const paths = candidates[0]?.disclosed.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['legalName', 'delegation.purposes', 'delegation.references']),
    );
    // What the company may withhold never went to the driver.
    expect(given.link).not.toContain('Lima');
    expect(paths).not.toContain('tradeName');
    expect((await driver.session.history(1)).entries[0]).toMatchObject({
      delegated: true,
      outcome: 'presented',
    });

    shift += 2000;
    await company.session.withdraw(given.id);
    expect(company.ready().given).toMatchObject([{ unpublished: false, withdrawnAt: expect.any(String) }]);
    const before = (await driver.session.history(1)).total;
    // The wallet fetched the newest list first, and sent nothing.
    await expect(presentAs(driver, id)).rejects.toMatchObject({ code: 'DELEGATION_WITHDRAWN' });
    expect((await driver.session.history(1)).total).toBe(before);
    expect(driver.ready().held).toMatchObject([{ state: 'withdrawn' }]);
    expect((await presentAs(driver, id)).candidates).toEqual([]);
  });

  it('goes with the list that is here when the company cannot be reached', async () => {
    const given = await company.session.delegate(wish({ statusMaxAge: 3600 }));
    const id = await driver.session.acceptDelegation(given.link);
    isOffline = true;
    const { kept } = await presentAs(driver, id);
    isOffline = false;
    expect(kept?.verdict).toMatchObject({ verdict: 'RECOGNISED' });
    expect(kept?.verdict?.checks.find((check) => check.id === 'delegation')).toMatchObject({
      outcome: 'pass',
    });
  });

  it('that is withdrawn without a network is published later', async () => {
    const { id } = await company.session.delegate(wish({ statusMaxAge: 3600 }));
    isOffline = true;
    await company.session.withdraw(id);
    const state = () => company.ready().given.find((given) => given.id === id);
    expect(state()).toMatchObject({ unpublished: true, withdrawnAt: expect.any(String) });
    await expect(company.session.refresh()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(state()).toMatchObject({ unpublished: true });
    isOffline = false;
    await company.session.refresh();
    expect(state()).toMatchObject({ unpublished: false });
  });

  it('stays withdrawn when a device that was restored from an older backup publishes', async () => {
    const backup = await company.session.backup();
    const given = await company.session.delegate(wish({ statusMaxAge: 3600 }));
    const id = await driver.session.acceptDelegation(given.link);
    await company.session.withdraw(given.id);
    const restored = await startWallet({
      ...{ origin: publicUrl, now },
      fetch: proxy,
    });
    await restored.session.restore(backup, company.recoveryCode);
    expect(restored.ready().given.find((row) => row.id === given.id)).toBeUndefined();
    await restored.session.delegate(wish({ statusMaxAge: 3600 }));
    await expect(presentAs(driver, id)).rejects.toMatchObject({ code: 'DELEGATION_WITHDRAWN' });
  });
});

describe('status lists of companies', () => {
  it('may be got and published by wallets that came from elsewhere', async () => {
    const [{ id = '' } = {}] = company.store.kept.lists;
    expect((await proxy(id)).headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await proxy(id.slice(0, id.lastIndexOf('/')), { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  });
});

describe('a delegation without a status', () => {
  it('is recognised until it is over, and cannot be withdrawn', async () => {
    const given = await company.session.delegate(wish());
    expect(given.withdrawable).toBe(false);
    const id = await driver.session.acceptDelegation(given.link);
    expect((await presentAs(driver, id)).kept?.verdict).toMatchObject({ verdict: 'RECOGNISED' });
    await expect(company.session.withdraw(given.id)).rejects.toMatchObject({ code: 'DELEGATION_INVALID' });
    shift += 2 * day;
    await driver.session.markNoticesSeen();
    expect(driver.ready().held.find((row) => row.id === id)).toMatchObject({ state: 'expired' });
    shift -= 2 * day;
  });

  it('stays in the record when it is over, and its link no longer than a month', async () => {
    const first = await company.session.delegate(wish());
    const tokenOf = (id: string) => company.store.kept.given.find((row) => row.id === id)?.token;
    const before = company.ready().given.find(({ id }) => id === first.id);
    shift += 31 * day;
    await company.session.delegate(wish());
    expect(tokenOf(first.id)).not.toBe('');
    shift += 2 * day;
    const last = await company.session.delegate(wish());
    expect(tokenOf(first.id)).toBe('');
    expect(tokenOf(last.id)).not.toBe('');
    expect(company.ready().given.find(({ id }) => id === first.id)).toEqual({
      ...before,
      link: expect.any(String),
    });
    shift -= 33 * day;
  });

  it('is not offered for another purpose or reference', async () => {
    const given = await company.session.delegate(wish());
    const id = await driver.session.acceptDelegation(given.link);
    for (const purpose of [{ kind: 'counter' }, { kind: 'consignment', reference: 'OTHER' }]) {
      expect((await presentAs(driver, id, { purpose })).candidates).toEqual([]);
    }
    // Nor to a verifier whose query does not say so itself.
    const anybody = createTestKey();
    const clientId = `decentralized_identifier:${anybody.did}`;
    const offered = async (eslabon_purpose: object) => {
      const format = { format: 'jwt_vc_json', meta: { type_values: [['AeoDelegationCredential']] } };
      const claims = {
        ...{ client_id: clientId, aud: 'https://self-issued.me/v2', nonce: 'n', eslabon_purpose },
        ...{ response_type: 'vp_token', response_mode: 'direct_post', response_uri: 'https://v.example/' },
        dcql_query: { credentials: [{ id: 'd', ...format }] },
      };
      const header = { alg: 'ES256', typ: 'oauth-authz-req+jwt', kid: `${anybody.did}#0` };
      const request = await signJwt(anybody, header, claims);
      const link = `openid4vp://?${new URLSearchParams({ client_id: clientId, request })}`;
      const { candidates } = await driver.session.readRequest(link);
      return candidates.some((candidate) => candidate.id === id);
    };
    expect(await offered({ kind: 'consignment', reference: 'MSCU1234567' })).toBe(true);
    expect(await offered({ kind: 'consignment', reference: 'OTHER' })).toBe(false);
    expect(await offered({ kind: 'counter' })).toBe(false);
  });
});

describe('a delegation is refused', () => {
  const accept = (token: string) =>
    driver.session.acceptDelegation(`${publicUrl}/wallet/#delegation=${token}`).then(
      () => 'accepted',
      ({ code }) => code,
    );
  const tokenOf = ({ link }: { link: string }) => link.slice(link.indexOf('=') + 1);

  it('for another device', async () => {
    const delegate = { did: createTestKey().did, name: 'Other' };
    expect(await accept(tokenOf(await company.session.delegate(wish({ delegate }))))).toBe(
      'DELEGATION_NOT_OURS',
    );
  });

  it('altered, not a token, or with the signature of somebody else', async () => {
    const token = tokenOf(await company.session.delegate(wish()));
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const longer = { ...claims, validUntil: new Date(now().getTime() + 5 * day).toISOString() };
    const altered = Buffer.from(JSON.stringify(longer)).toString('base64url');
    expect(await accept(`${header}.${altered}.${signature}`)).toBe('DELEGATION_SIGNATURE');
    expect(await accept('x')).toBe('DELEGATION_INVALID');
    expect(await accept('')).toBe('DELEGATION_INVALID');
  });

  it('by a company that the certificate is not about', async () => {
    const mallory = createTestKey();
    const [row] = company.store.kept.certificates;
    const certificate = await presentSdJwt({ sdJwt: row?.token ?? '', reveal: [] });
    const options = {
      ...{
        id: `urn:uuid:${crypto.randomUUID()}`,
        company: mallory.did,
        delegate: driver.ready().did,
        certificate,
      },
      ...{ purposes: ['counter' as const], issuedAt: 1, validFrom: 1, validUntil: 2, sign: mallory.sign },
    };
    await expect(createDelegation(options)).rejects.toMatchObject({ code: 'CREDENTIAL_MALFORMED' });
    const token = tokenOf(await company.session.delegate(wish()));
    const [header, payload] = token.split('.') as [string, string];
    const head = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), kid: `${mallory.did}#0` };
    const claims = {
      ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
      issuer: mallory.did,
      iss: mallory.did,
    };
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const input = `${encode(head)}.${encode(claims)}`;
    const signature = Buffer.from(await mallory.sign(Buffer.from(input))).toString('base64url');
    expect(parseDelegation(`${input}.${signature}`).company).toBe(mallory.did);
    expect(await accept(`${input}.${signature}`)).toBe('DELEGATION_SIGNATURE');
  });

  it('by another company that calls it by the id of one that is here', async () => {
    const given = await company.session.delegate(wish());
    const id = await driver.session.acceptDelegation(given.link);
    const rival = await equipWallet({ peru: issuer }, {}, { origin: publicUrl, fetch: proxy, now });
    const { profile, certificates } = rival.store.kept;
    const { atRest, did } = (profile as NonNullable<typeof profile>).keys;
    const at = Math.floor(now().getTime() / 1000);
    const token = await createDelegation({
      ...{ id, company: did, delegate: driver.ready().did, purposes: ['counter'], issuedAt: at },
      ...{ validFrom: at, validUntil: at + 60 },
      certificate: await presentSdJwt({ sdJwt: certificates[0]?.token ?? '', reveal: [] }),
      sign: async (data) => {
        const { signing } = atRest as Extract<typeof atRest, { form: 'handles' }>;
        const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
        return new Uint8Array(await crypto.subtle.sign(algorithm, signing, Uint8Array.from(data)));
      },
    });
    expect(await accept(token)).toBe('DELEGATION_INVALID');
    expect(driver.ready().held.find((row) => row.id === id)).toMatchObject({ purposes: ['consignment'] });
    // The same one again takes its own place.
    expect(await driver.session.acceptDelegation(given.link)).toBe(id);
  });

  it('that is over, and one that would be is not given', async () => {
    const token = tokenOf(await company.session.delegate(wish()));
    shift += 2 * day;
    expect(await accept(token)).toBe('DELEGATION_EXPIRED');
    shift -= 2 * day;
    const past = new Date(now().getTime() - day);
    await expect(company.session.delegate(wish({ validUntil: past }))).rejects.toMatchObject({
      code: 'DELEGATION_EXPIRED',
    });
    const far = new Date(now().getTime() + 40 * day);
    await expect(company.session.delegate(wish({ validUntil: far }))).rejects.toMatchObject({
      code: 'DELEGATION_INVALID',
    });
  });
});
