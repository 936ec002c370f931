import { createVcJwt, parseSdJwt } from '@eslabon/credentials';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  askSample,
  createTestKey,
  issueSample,
  startIssuing,
} from '../../agents/customs/src/testing/index.js';
import type { Fetch } from '../../agents/wallet/src/net/bounded-fetch.js';
import { readCertificate } from '../../agents/wallet/src/receive/check-received.js';
import { receiveCopies } from '../../agents/wallet/src/receive/receive-copies.js';
import {
  fakePasskeys,
  setUpWallet,
  startWallet,
  type TestWallet,
  type TestWalletOptions,
} from '../../agents/wallet/src/testing/test-wallet.js';
import { type Equipped, equipWallet, startWorld, type TestWorld } from './wallet-world.js';

const hour = 3_600_000;

let world: TestWorld;
/** How far the clock of wallets is ahead of all others: with it time has passed, and without it they present. */
let shift = 0;
const now = () => new Date(Date.now() + shift);
/** What verifiers were sent, as it came. */
const sent: string[] = [];

const watched: Fetch = (input, init) => {
  if (init?.body instanceof URLSearchParams) {
    const token = init.body.get('vp_token');
    if (token !== null) sent.push(...Object.values(JSON.parse(token) as Record<string, string[]>).flat());
  }
  return fetch(input, init);
};

beforeAll(async () => {
  world = await startWorld();
});

beforeEach(() => {
  shift = 0;
  sent.length = 0;
});

afterAll(() => world.stop());

const equip = (options: TestWalletOptions = {}) =>
  equipWallet(world, { tradeName: 'Norte' }, { fetch: watched, now, ...options });

const copiesOf = ({ store }: Pick<TestWallet, 'store'>) => store.kept.certificates[0]?.copies ?? [];
const didsOf = (wallet: Pick<TestWallet, 'store'>) => copiesOf(wallet).map(({ key }) => key.did);
const unseenOf = (wallet: Pick<TestWallet, 'store'>) =>
  copiesOf(wallet).filter(({ shownAt }) => shownAt === undefined).length;
/** How often an issuer was asked for anything. */
const issuerCalls = ({ asked }: Pick<TestWallet, 'asked'>) =>
  asked.filter((call) => call.includes('/openid4vci/')).length;

/** An issuer whose metadata say something else. */
const saying =
  (part: string, change: (metadata: Record<string, unknown>) => void): Fetch =>
  async (input, init) => {
    const response = await watched(input, init);
    if (!String(input).includes(part)) return response;
    const metadata = (await response.json()) as Record<string, unknown>;
    change(metadata);
    return Response.json(metadata);
  };

/** Presents for a new request of Mexico. */
async function present(wallet: Pick<TestWallet, 'session' | 'ready'>) {
  const [held] = wallet.ready().certificates;
  const { id, requestUrl } = await askSample(world.mexico, { responseMode: 'direct_post' });
  const { candidates } = await wallet.session.readRequest(requestUrl);
  await wallet.session.present({ kind: 'certificate', id: held?.id ?? '' });
  const { verdict } = await world.mexico.as('verifier').getPresentation({ params: { id } });
  expect(verdict).toMatchObject({ verdict: 'RECOGNISED' });
  expect(verdict?.checks.find((check) => check.id === 'holder')).toMatchObject({ code: 'HOLDER_PROVEN' });
  const shown = parseSdJwt(sent.at(-1) ?? '').jws.payload as Record<string, unknown> & { sub: string };
  return { candidate: candidates[0], shown };
}

describe('presentations of one device', () => {
  it('have keys that nobody saw before, and nothing else in common but what the company’s certificate says', async () => {
    const wallet = await equip();
    expect(copiesOf(wallet)).toHaveLength(9);
    const presented = [];
    for (let time = 0; time < 9; time++) presented.push(await present(wallet));
    expect(presented.map(({ candidate }) => candidate?.linkable)).toEqual(Array(9).fill(false));
    const { did } = wallet.ready();
    expect(new Set([did, ...presented.map(({ shown }) => shown.sub)]).size).toBe(10);
    const common = presented.map(({ shown: { sub, cnf, jti, _sd, certificate, ...rest } }) =>
      JSON.stringify(rest),
    );
    expect(new Set(common).size).toBe(1);
    expect(common[0]).toContain('"iat"');
    // The issuer signed each for itself, and no digest of what is withheld comes twice.
    const marks = sent.flatMap((token) => {
      const { jws } = parseSdJwt(token);
      return [Buffer.from(jws.signature).toString('hex'), ...(jws.payload._sd as string[])];
    });
    expect(marks.length).toBeGreaterThan(sent.length);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('ask the issuer for nothing; when all copies were shown, the one shown longest ago goes, and that is said', async () => {
    const wallet = await equip();
    const before = issuerCalls(wallet);
    const shown = [];
    for (let time = 0; time < 9; time++) {
      shift += 1000;
      shown.push((await present(wallet)).shown.sub);
    }
    for (const expected of shown.slice(0, 3)) {
      shift += 1000;
      const again = await present(wallet);
      expect(again.candidate?.linkable).toBe(true);
      expect(again.shown.sub).toBe(expected);
    }
    expect(issuerCalls(wallet)).toBe(before);
  });

  it('take a copy that was sent and not confirmed as shown', async () => {
    let isDown = false;
    const wallet = await equip({
      fetch: (input, init) =>
        isDown && String(input).includes('/responses/')
          ? Promise.reject(new TypeError('gone'))
          : watched(input, init),
    });
    const { requestUrl } = await askSample(world.mexico);
    await wallet.session.readRequest(requestUrl);
    isDown = true;
    const [{ id } = { id: '' }] = wallet.ready().certificates;
    await expect(wallet.session.present({ kind: 'certificate', id })).rejects.toMatchObject({
      code: 'UNCONFIRMED',
    });
    expect(unseenOf(wallet)).toBe(8);
  });
});

describe('new copies', () => {
  it('come with the data when more than half were shown, and not within an hour of a presentation', async () => {
    const wallet = await equip();
    const [first] = didsOf(wallet);
    for (let time = 0; time < 4; time++) await present(wallet);
    shift = 2 * hour;
    await wallet.session.refresh();
    expect(unseenOf(wallet)).toBe(5);
    shift = 0;
    await present(wallet);
    const before = issuerCalls(wallet);
    for (shift of [0, hour - 60_000]) await wallet.session.refresh();
    expect([unseenOf(wallet), issuerCalls(wallet)]).toEqual([4, before]);
    shift = hour + 1;
    await wallet.session.refresh();
    expect(unseenOf(wallet)).toBe(9);
    expect(didsOf(wallet)).not.toContain(first);
    shift = 0;
    expect((await present(wallet)).candidate?.linkable).toBe(false);
  });

  it('do not come while a request is read, answered or not, good or not', async () => {
    const wallet = await equip();
    for (let time = 0; time < 5; time++) await present(wallet);
    shift += 2 * hour;
    const before = issuerCalls(wallet);
    const { requestUrl } = await askSample(world.mexico);
    await wallet.session.refresh({ forRequest: true });
    await wallet.session.refresh();
    expect(issuerCalls(wallet)).toBe(before);
    const again = await wallet.restart();
    await expect(again.session.readRequest(requestUrl)).rejects.toMatchObject({ code: 'REQUEST_EXPIRED' });
    await again.session.refresh();
    expect(issuerCalls(again)).toBe(0);
    shift += hour;
    await again.session.refresh();
    expect(unseenOf(again)).toBe(9);
  });

  it('come also after requests and presentations by a clock that was a year ahead', async () => {
    const wallet = await equip();
    for (let time = 0; time < 5; time++) await present(wallet);
    const { kept } = wallet.store;
    const ahead = new Date(Date.now() + 365 * 24 * hour).toISOString();
    wallet.store.kept = { ...kept, history: kept.history.map((entry) => ({ ...entry, at: ahead })) };
    const again = await wallet.restart();
    shift = 365 * 24 * hour;
    await expect(again.session.readRequest('openid4vp://?')).rejects.toMatchObject({ code: 'LINK_UNKNOWN' });
    shift = 0;
    await again.session.refresh();
    expect(unseenOf(again)).toBe(9);
  });

  it('come at once when the newest version is asked for', async () => {
    const wallet = await equip();
    await present(wallet);
    const [{ receivedAt } = { receivedAt: '' }] = wallet.ready().certificates;
    shift = 60_000;
    const before = didsOf(wallet);
    expect(await wallet.session.renew(wallet.certificateId)).toBe(false);
    expect(unseenOf(wallet)).toBe(9);
    expect(didsOf(wallet).filter((did) => before.includes(did))).toEqual([]);
    // They are no certificate received.
    expect(wallet.ready().certificates).toMatchObject([{ receivedAt }]);
    shift = 0;
  });

  it('have one deadline for all that is asked for them: a presentation has to wait for its turn', async () => {
    let signals: (AbortSignal | null | undefined)[] = [];
    const wallet = await equip({
      fetch: (input, init) => {
        if (String(input).includes('/openid4vci/')) signals.push(init?.signal);
        return watched(input, init);
      },
    });
    for (let time = 0; time < 5; time++) await present(wallet);
    signals = [];
    shift += 2 * hour;
    await wallet.session.refresh();
    expect(signals.length).toBeGreaterThan(3);
    expect(new Set(signals).size).toBe(1);
    expect(signals[0]).toBeInstanceOf(AbortSignal);
  });

  it('do not come from an issuer that is gone: the old ones are still there', async () => {
    const wallet = await equip();
    for (let time = 0; time < 5; time++) await present(wallet);
    shift += 2 * hour;
    const cut: Fetch = (input, init) =>
      String(input).includes('/openid4vci/') ? Promise.reject(new TypeError('gone')) : watched(input, init);
    const offline = await startWallet({ origin: world.peru.url, store: wallet.store, fetch: cut, now });
    await offline.session.refresh();
    expect(unseenOf(offline)).toBe(4);
    shift = 0;
    expect((await present(offline)).candidate?.linkable).toBe(false);
  });
});

describe('two windows of a wallet', () => {
  it.each([true, false])(
    'that ask for the newest version at once both get it (token bound: %s)',
    async (isBound) => {
      const unbound = saying('oauth-authorization-server', (metadata) => {
        delete metadata.dpop_signing_alg_values_supported;
      });
      const first = await equip(isBound ? {} : { fetch: unbound });
      const second = await first.restart();
      const renewed = await Promise.all(
        [first, second].map(({ session }) => session.renew(first.certificateId)),
      );
      expect(renewed).toEqual([false, false]);
      expect(await first.session.renew(first.certificateId)).toBe(false);
      expect(first.store.kept.certificates[0]?.renewal).toMatchObject({ isBound });
    },
  );

  it('never show one copy to two verifiers', async () => {
    const first = await equip();
    const second = await first.restart();
    const links = await Promise.all(
      [1, 2].map(async () => (await askSample(world.mexico, { responseMode: 'direct_post' })).requestUrl),
    );
    await first.session.readRequest(links[0] ?? '');
    await second.session.readRequest(links[1] ?? '');
    const candidate = { kind: 'certificate' as const, id: first.certificateId };
    await Promise.all([first.session.present(candidate), second.session.present(candidate)]);
    expect(new Set(sent.map((token) => parseSdJwt(token).jws.payload.sub)).size).toBe(2);
  });

  it('never send another version than the one that was consented to', async () => {
    const first = await equip();
    const second = await first.restart();
    const { requestUrl } = await askSample(world.mexico);
    await first.session.readRequest(requestUrl);
    const params = { id: first.issuedId };
    const { id: renewalId } = await world.peru.as('officer').proposeRenewal({
      params,
      body: { decisionDate: '2026-05-04', validUntil: '2047-01-14' },
    });
    await world.peru.as('supervisor').issueRenewal({ params: { ...params, renewalId } });
    expect(await second.session.renew(first.certificateId)).toBe(true);
    const candidate = { kind: 'certificate' as const, id: first.certificateId };
    await expect(first.session.present(candidate)).rejects.toMatchObject({ code: 'NOTHING_READ' });
    expect(sent).toEqual([]);
  });
});

describe('keys of copies', () => {
  it('cannot be read out', async () => {
    const wallet = await equip();
    for (const { key } of copiesOf(wallet)) {
      if (key.atRest.form !== 'handle') throw new Error('unreachable');
      expect([key.atRest.signing.extractable, key.atRest.signing.usages]).toEqual([false, ['sign']]);
    }
  });

  it('are sealed with the passkey, and stay usable over a restart and without it afterwards', async () => {
    const passkeys = fakePasskeys();
    const options = { origin: world.peru.url, fetch: watched, now, passkeys };
    const wallet = await setUpWallet(options, { passkey: true });
    const { offerUrl, txCode } = await world.peru
      .as('officer')
      .createOffer({ params: { id: (await issueSample(world.peru)).id } });
    await wallet.session.readOffer(offerUrl);
    await wallet.session.acceptOffer(txCode);
    await wallet.session.refresh();
    expect(copiesOf(wallet).map(({ key }) => key.atRest.form)).toEqual(Array(9).fill('sealed'));
    await present(wallet);

    const locked = await wallet.restart();
    await locked.session.unlock();
    expect((await present(locked)).candidate?.linkable).toBe(false);
    const [row] = locked.store.kept.certificates;
    await locked.session.renew(row?.id ?? '');
    expect(copiesOf(locked)[0]?.key.atRest.form).toBe('sealed');

    // A window that was open before the passkey went makes keys that open without it.
    const early = await wallet.restart();
    await early.session.unlock();
    await locked.session.changeSettings({ passkey: false });
    expect(copiesOf(locked).map(({ key }) => key.atRest.form)).toEqual(Array(9).fill('handle'));
    await early.session.renew(row?.id ?? '');
    const open = await wallet.restart();
    const { shown, candidate } = await present(open);
    expect(candidate?.linkable).toBe(false);
    expect(shown.sub).toBe(didsOf(open)[0]);
    for (const { key } of copiesOf(open)) {
      if (key.atRest.form !== 'handle') throw new Error('unreachable');
      expect(key.atRest.signing.extractable).toBe(false);
    }
  });
});

describe('a wallet that comes back from a backup', () => {
  it('has the device’s own copy, and gets new ones, even when the first device did meanwhile', async () => {
    const first = await equip();
    const backup = await first.session.backup();
    await first.session.renew(first.certificateId);
    const second = await startWallet({ origin: world.peru.url, fetch: watched, now });
    await second.session.restore(backup, first.recoveryCode);
    expect(second.store.kept.certificates[0]).not.toHaveProperty('copies');
    await second.session.refresh({ forRequest: true });
    const { candidate, shown } = await present(second);
    expect([candidate?.linkable, shown.sub]).toEqual([true, first.ready().did]);
    shift += 2 * hour;
    await second.session.refresh();
    expect(unseenOf(second)).toBe(9);
    shift = 0;
    expect((await present(second)).candidate?.linkable).toBe(false);
    expect(await first.session.renew(first.certificateId)).toBe(false);
  });
});

describe('a wallet of the time when there was one key', () => {
  it('opens, presents with that key, and gets copies with the next data', async () => {
    const wallet = await equip();
    const { kept } = wallet.store;
    wallet.store.kept = { ...kept, certificates: kept.certificates.map(({ copies: _, ...row }) => row) };
    const again = await wallet.restart();
    const { candidate, shown } = await present(again);
    expect([candidate?.linkable, shown.sub]).toEqual([true, wallet.ready().did]);
    shift += 2 * hour;
    await again.session.refresh();
    expect(unseenOf(again)).toBe(9);
    shift = 0;
    expect((await present(again)).candidate?.linkable).toBe(false);
  });
});

describe('an issuer', () => {
  it('that gives one copy at a time is not asked for more', async () => {
    const wallet = await equip({
      fetch: saying('openid-credential-issuer', (metadata) => {
        delete metadata.batch_credential_issuance;
      }),
    });
    expect(wallet.store.kept.certificates[0]?.copies).toEqual([]);
    const before = issuerCalls(wallet);
    expect((await present(wallet)).candidate?.linkable).toBe(true);
    shift += 2 * hour;
    await wallet.session.refresh();
    expect(issuerCalls(wallet)).toBe(before);
  });

  it('that binds tokens to no key renews the copies for the keys they have', async () => {
    const wallet = await equip({
      fetch: saying('oauth-authorization-server', (metadata) => {
        delete metadata.dpop_signing_alg_values_supported;
      }),
    });
    const dids = didsOf(wallet);
    expect(dids).toHaveLength(9);
    for (let time = 0; time < 5; time++) await present(wallet);
    shift += 2 * hour;
    const before = issuerCalls(wallet);
    await wallet.session.refresh();
    expect(issuerCalls(wallet)).toBe(before);
    await wallet.session.renew(wallet.certificateId);
    expect(didsOf(wallet)).toEqual(dids);
    // That a key was seen stays true.
    expect(unseenOf(wallet)).toBe(4);
  });

  it('that refuses new keys renews the copies for those it knows', async () => {
    let refusals = 0;
    const denying: Fetch = (input, init) => {
      if (!String(input).endsWith('/openid4vci/credential') || refusals !== 1) return watched(input, init);
      refusals += 1;
      return Promise.resolve(Response.json({ error: 'credential_request_denied' }, { status: 400 }));
    };
    const wallet = await equip({ fetch: denying });
    const dids = didsOf(wallet);
    refusals = 1;
    await wallet.session.renew(wallet.certificateId);
    expect([refusals, didsOf(wallet)]).toEqual([2, dids]);
  });

  it('that has had enough for a day says so, and the right to ask stays', async () => {
    await startIssuing(world.peru, { refreshesPerDay: 1 });
    try {
      const wallet = await equip();
      await wallet.session.renew(wallet.certificateId);
      await expect(wallet.session.renew(wallet.certificateId)).rejects.toMatchObject({
        code: 'ISSUER_REFUSED',
        message: expect.stringMatching(/^slow_down: .*within a day/),
      });
      expect(wallet.store.kept.certificates[0]?.renewal).toBeDefined();
    } finally {
      await startIssuing(world.peru);
    }
  });

  it('whose copies say different things is believed in the one for the device’s own key', async () => {
    const wallet: Equipped = await equip();
    const [row] = wallet.store.kept.certificates;
    const { claims, kid, issuedAt } = readCertificate(row?.token ?? '');
    const [own, same, marked] = [createTestKey(), createTestKey(), createTestKey()];
    const copyFor = ({ did }: { did: string }, legalName: string) =>
      createVcJwt({
        credential: { ...claims, credentialSubject: { ...claims.credentialSubject, id: did, legalName } },
        ...{ kid, issuedAt, algorithm: 'ES256', sign: own.sign },
      } as never);
    const keys = [same, marked].map(({ did }) => ({ did }) as never);
    const given = [
      await copyFor(marked, 'Norte 7'),
      await copyFor(own, 'Norte'),
      await copyFor(same, 'Norte'),
    ];
    const desk = { bundle: undefined, now, keys: { did: own.did } } as never;
    const received = await receiveCopies(desk, given, keys);
    expect(received.certificate.subject).toMatchObject({ id: own.did });
    expect(received.copies).toEqual([{ key: { did: same.did }, token: given[2] }]);
    // A wallet that came back from a backup while it waited has no keys of copies.
    expect((await receiveCopies(desk, given, [])).copies).toEqual([]);
    await expect(receiveCopies(desk, given.slice(0, 1), keys)).rejects.toMatchObject({
      code: 'CERTIFICATE_NOT_OURS',
    });
  });
});
