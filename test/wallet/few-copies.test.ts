import { parseSdJwt } from '@eslabon/credentials';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askSample, decide, settled, startIssuing } from '../../agents/customs/src/testing/index.js';
import type { Fetch } from '../../agents/wallet/src/net/bounded-fetch.js';
import type { TestWallet, TestWalletOptions } from '../../agents/wallet/src/testing/test-wallet.js';
import { TroubleError } from '../../agents/wallet/src/trouble/trouble-error.js';
import { type Equipped, equipWallet, startWorld, type TestWorld } from './wallet-world.js';

const hour = 3_600_000;

/** Of an issuer that gives three at a time: the device's own copy and two others. */
let world: TestWorld;
/** How far the clock of wallets is ahead of all others: with it time has passed, and without it they present. */
let shift = 0;

beforeAll(async () => {
  world = await startWorld();
  await startIssuing(world.peru, { batchSize: 3 });
});

beforeEach(() => {
  shift = 0;
});

afterAll(() => world.stop());

const equip = (options: TestWalletOptions = {}) =>
  equipWallet(world, {}, { now: () => new Date(Date.now() + shift), ...options });

const copiesOf = ({ store }: Pick<TestWallet, 'store'>) => store.kept.certificates[0]?.copies ?? [];
const didsOf = (wallet: Pick<TestWallet, 'store'>) => copiesOf(wallet).map(({ key }) => key.did);
const unseenOf = (wallet: Pick<TestWallet, 'store'>) =>
  copiesOf(wallet).filter(({ shownAt }) => shownAt === undefined).length;
const issuerCalls = ({ asked }: Pick<TestWallet, 'asked'>) =>
  asked.filter((call) => call.includes('/openid4vci/')).length;

/** How often an issuer was asked for copies. */
const copyRequests = ({ asked }: Pick<TestWallet, 'asked'>) =>
  asked.filter((call) => call.endsWith('/openid4vci/credential')).length;

const requestOf = async () => (await askSample(world.mexico, { responseMode: 'direct_post' })).requestUrl;

/** Answers a request of Mexico that was read. */
const answer = ({ session, certificateId: id }: Pick<Equipped, 'session' | 'certificateId'>) =>
  session.present({ kind: 'certificate', id });

async function present(wallet: Pick<Equipped, 'session' | 'certificateId'>) {
  const { candidates } = await wallet.session.readRequest(await requestOf());
  await answer(wallet);
  return candidates[0];
}

/** An issuer whose metadata say another number of copies, from when it is given. */
function saying(): { batchSize?: number; fetch: Fetch } {
  const issuer: ReturnType<typeof saying> = {
    async fetch(input, init) {
      const response = await fetch(input, init);
      if (issuer.batchSize === undefined || !String(input).includes('openid-credential-issuer'))
        return response;
      const metadata = (await response.json()) as object;
      return Response.json({ ...metadata, batch_credential_issuance: { batch_size: issuer.batchSize } });
    },
  };
  return issuer;
}

describe('a copy that nobody saw, when another window shows it meanwhile', () => {
  it('is not replaced by one that was seen unless the person is told', async () => {
    const first = await equip();
    await present(first);
    const second = { ...(await first.restart()), certificateId: first.certificateId };
    expect((await first.session.readRequest(await requestOf())).candidates[0]?.linkable).toBe(false);
    expect((await second.session.readRequest(await requestOf())).candidates[0]?.linkable).toBe(false);
    await answer(second);
    await expect(answer(first)).rejects.toMatchObject({ code: 'NOTHING_READ' });
    expect((await present(first))?.linkable).toBe(true);
  });

  it('may be replaced by another that nobody saw', async () => {
    const first = await equip();
    const second = { ...(await first.restart()), certificateId: first.certificateId };
    await first.session.readRequest(await requestOf());
    await present(second);
    await answer(first);
    expect(unseenOf(first)).toBe(0);
  });
});

describe('new copies', () => {
  it('come when more than half were shown: half is not', async () => {
    const wallet = await equip();
    const before = didsOf(wallet);
    expect(before).toHaveLength(2);
    await present(wallet);
    const calls = issuerCalls(wallet);
    shift = 2 * hour;
    await wallet.session.refresh();
    expect([issuerCalls(wallet), unseenOf(wallet)]).toEqual([calls, 1]);
    shift = 0;
    await present(wallet);
    shift = 2 * hour;
    await wallet.session.refresh();
    expect(unseenOf(wallet)).toBe(2);
    expect(didsOf(wallet).filter((did) => before.includes(did))).toEqual([]);
  });

  it('do not come within an hour of the last presentation, however long ago others were', async () => {
    const wallet = await equip();
    await present(wallet);
    const { kept } = wallet.store;
    const at = new Date(Date.now() - 5 * hour).toISOString();
    wallet.store.kept = { ...kept, history: kept.history.map((entry) => ({ ...entry, at })) };
    await present(wallet);
    expect(wallet.store.kept.history.map((entry) => entry.at === at)).toEqual([true, false]);
    // Started again, it no longer knows when it read a request.
    const again = await wallet.restart();
    shift = hour - 60_000;
    await again.session.refresh();
    expect([issuerCalls(again), unseenOf(again)]).toEqual([0, 0]);
    shift = 2 * hour;
    await again.session.refresh();
    expect(unseenOf(again)).toBe(2);
  });

  it('of a certificate that the issuer holds back are not asked for a second time', async () => {
    const wallet = await equip({
      fetch: (input, init) =>
        String(input).endsWith('/openid4vci/deferred')
          ? Promise.resolve(Response.json({ transaction_id: 't', interval: 60 }, { status: 202 }))
          : fetch(input, init),
    });
    for (const _ of [1, 2]) await present(wallet);
    const { kept } = wallet.store;
    const [row] = kept.certificates;
    if (row === undefined) throw new Error('unreachable');
    const { id, issuer, configuration, renewal } = row;
    const waiting = {
      ...{ id, issuer, configuration, renewal, transactionId: 't', accessToken: 'a', isBound: true },
      ...{ since: new Date().toISOString(), askAt: Date.now(), copyKeys: [] },
    };
    wallet.store.kept = { ...kept, pending: [waiting] };
    const requests = copyRequests(wallet);
    shift = 2 * hour;
    await wallet.session.refresh();
    expect(copyRequests(wallet)).toBe(requests);
    expect(wallet.store.kept.pending).toHaveLength(1);
    wallet.store.kept = { ...wallet.store.kept, pending: [] };
    await wallet.session.refresh();
    expect(unseenOf(wallet)).toBe(2);
  });

  it('of a certificate that was revoked are not asked for', async () => {
    const wallet = await equip();
    for (const _ of [1, 2]) await present(wallet);
    const view = await world.peru.as('auditor').getCertificate({ params: { id: wallet.issuedId } });
    await settled(world.peru, (await decide(world.peru, view, 'revoke')).id);
    await wallet.session.refresh();
    expect(wallet.ready().certificates).toMatchObject([{ state: 'revoked' }]);
    const calls = issuerCalls(wallet);
    shift = 2 * hour;
    await wallet.session.refresh();
    expect(issuerCalls(wallet)).toBe(calls);
    expect(wallet.store.kept.certificates[0]?.renewal).toBeDefined();
  });

  it('that the device cannot keep are trouble that is told', async () => {
    const wallet = await equip();
    for (const _ of [1, 2]) await present(wallet);
    const { write } = wallet.store;
    wallet.store.write = async (change) => {
      if (change.put?.certificates === undefined) return write(change);
      throw new TroubleError('STORAGE_FULL', 'No more room.');
    };
    shift = 2 * hour;
    await expect(wallet.session.refresh()).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(unseenOf(wallet)).toBe(0);
  });
});

describe('an issuer', () => {
  it.each([
    [4.7, 3],
    [1, 0],
  ])('that gives %d at a time is asked for %d besides the device’s own', async (batchSize, copies) => {
    const issuer = saying();
    issuer.batchSize = batchSize;
    await startIssuing(world.peru, { batchSize: 10 });
    try {
      expect(copiesOf(await equip({ fetch: issuer.fetch }))).toHaveLength(copies);
    } finally {
      await startIssuing(world.peru, { batchSize: 3 });
    }
  });

  it('that would give thousands is asked for ten', async () => {
    const issuer = saying();
    issuer.batchSize = 5000;
    await startIssuing(world.peru, { batchSize: 20 });
    try {
      const wallet = await equip({ fetch: issuer.fetch });
      expect(copiesOf(wallet)).toHaveLength(9);
      const { token } = copiesOf(wallet)[0] ?? { token: '' };
      expect(parseSdJwt(token).jws.payload.sub).toBe(didsOf(wallet)[0]);
    } finally {
      await startIssuing(world.peru, { batchSize: 3 });
    }
  });

  it('that gives fewer than it did, for the keys they have, is asked for as many as it gives', async () => {
    const issuer = saying();
    const wallet = await equip({
      async fetch(input, init) {
        const response = await issuer.fetch(input, init);
        if (!String(input).includes('oauth-authorization-server')) return response;
        const { dpop_signing_alg_values_supported: _, ...metadata } = (await response.json()) as Record<
          string,
          unknown
        >;
        return Response.json(metadata);
      },
    });
    const [kept] = didsOf(wallet);
    issuer.batchSize = 2;
    const requests = copyRequests(wallet);
    await wallet.session.renew(wallet.certificateId);
    expect(didsOf(wallet)).toEqual([kept]);
    expect(copyRequests(wallet) - requests).toBe(1);
  });

  it('that fails is not asked for copies for the keys they have instead', async () => {
    let isGone = false;
    const wallet = await equip({
      fetch: (input, init) =>
        isGone && String(input).endsWith('/openid4vci/credential')
          ? Promise.reject(new TypeError('gone'))
          : fetch(input, init),
    });
    const [before, requests] = [copiesOf(wallet), copyRequests(wallet)];
    isGone = true;
    await expect(wallet.session.renew(wallet.certificateId)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(copyRequests(wallet) - requests).toBe(1);
    expect(copiesOf(wallet)).toEqual(before);
  });

  it('that has no certificates of which a part can be shown is asked for one alone', async () => {
    const wallet = await equip({
      async fetch(input, init) {
        const response = await fetch(input, init);
        if (!String(input).includes('openid-credential-issuer')) return response;
        const metadata = (await response.json()) as { credential_configurations_supported: object };
        const all = Object.entries(metadata.credential_configurations_supported);
        const others = Object.fromEntries(all.filter(([, { format }]) => format !== 'dc+sd-jwt'));
        return Response.json({ ...metadata, credential_configurations_supported: others });
      },
    });
    expect(wallet.store.kept.certificates[0]?.token).not.toContain('~');
    expect(copiesOf(wallet)).toEqual([]);
  });
});
