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
    await wallet.session.renew(wallet.certificateId);
    expect(didsOf(wallet)).toEqual([kept]);
  });
});
