import { createVcJwt, parseSdJwt } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuanceGrantTable } from '../../agents/customs/src/issuance/issuance-tables.js';
import {
  createTestKey,
  decide,
  issueSample,
  offerSample,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '../../agents/customs/src/testing/index.js';
import type { Fetch } from '../../agents/wallet/src/net/bounded-fetch.js';
import { readCertificate } from '../../agents/wallet/src/receive/check-received.js';
import {
  fakePasskeys,
  setUpWallet,
  startWallet,
  type TestWalletOptions,
} from '../../agents/wallet/src/testing/test-wallet.js';
import { equipWallet } from './wallet-world.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  agent = network.agent('PE');
  await startIssuing(agent, { deferredSeconds: 1, txCodeAttempts: 3 });
});

afterAll(() => network.stop());

const walletHere = (options: TestWalletOptions = {}) => setUpWallet({ origin: agent.url, ...options });

/** The same request with another proof than the wallet made. */
function unproven(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  if (headers.has('dpop')) headers.set('dpop', 'e30.e30.e30');
  return { ...init, headers };
}

describe('receiving from an agent', () => {
  it('takes the certificate up by reference, as dc+sd-jwt bound to the device, and tells the issuer', async () => {
    const wallet = await walletHere();
    const { id } = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, id);
    const preview = await wallet.session.readOffer(offerUrl);
    expect(preview).toMatchObject({
      issuer: { url: agent.url, name: 'Aduana de PE' },
      txCode: { numeric: true, length: txCode.length },
    });
    const held = await wallet.session.acceptOffer(` ${txCode} `);
    expect(wallet.ready().certificates).toMatchObject([
      { id: held, state: 'active', issuer: { country: 'PE', url: agent.url }, recognitions: [] },
    ]);
    const [row] = wallet.store.kept.certificates;
    expect(parseSdJwt(row?.token ?? '').jws.header.typ).toBe('dc+sd-jwt');
    // The token was bound to the device's key.
    expect(row?.renewal).toMatchObject({ isBound: true, refreshToken: expect.any(String) });
    const grant = await agent.agent.parts.database.read.findOneByOrFail(issuanceGrantTable, {
      certificateId: id,
    });
    expect(grant).toMatchObject({ holder: wallet.ready().did, event: 'credential_accepted' });
  });

  it('takes nothing while it cannot tell what is genuine, and then takes the same offer', async () => {
    let isCutOff = true;
    const cut: Fetch = (url, init) =>
      isCutOff && String(url).includes('/v1/wallet/')
        ? Promise.reject(new TypeError('fetch failed'))
        : fetch(url, init);
    const wallet = await walletHere({ fetch: cut });
    const { offerUrl, txCode } = await offerSample(agent, (await issueSample(agent)).id);
    await wallet.session.readOffer(offerUrl);
    await expect(wallet.session.acceptOffer(txCode)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(wallet.store.kept.certificates).toEqual([]);
    isCutOff = false;
    await wallet.session.acceptOffer(txCode);
    expect(wallet.ready().certificates).toMatchObject([{ state: 'active' }]);
  });

  it.each([
    ['did not reach the issuer', false],
    ['was answered, and the answer was lost', true],
  ])('takes the same offer once more when the request for the certificate %s', async (_how, isAnswered) => {
    let calls = 0;
    const wallet = await walletHere({
      fetch: async (input, init) => {
        if (!String(input).endsWith('/openid4vci/credential')) return fetch(input, init);
        calls += 1;
        if (calls > 1) return fetch(input, init);
        if (isAnswered) expect((await fetch(input, init)).status).toBe(200);
        throw new TypeError('gone');
      },
    });
    const { offerUrl, txCode } = await offerSample(agent, (await issueSample(agent)).id);
    await wallet.session.readOffer(offerUrl);
    await expect(wallet.session.acceptOffer(txCode)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(wallet.store.kept.certificates).toEqual([]);
    const id = await wallet.session.acceptOffer(txCode);
    expect(wallet.ready().certificates).toMatchObject([{ id, state: 'active' }]);
    expect(wallet.store.kept.certificates[0]?.copies).toHaveLength(9);
    // It can be renewed as any other.
    expect(await wallet.session.renew(id)).toBe(false);
  });

  it('says of a proof that is not taken that the clock may be wrong, and takes the same offer once it is right', async () => {
    let isWrong = true;
    const wallet = await walletHere({
      fetch: (input, init) => fetch(input, isWrong ? unproven(init) : init),
    });
    const { offerUrl, txCode } = await offerSample(agent, (await issueSample(agent)).id);
    await wallet.session.readOffer(offerUrl);
    await expect(wallet.session.acceptOffer(txCode)).rejects.toMatchObject({ code: 'PROOF_REFUSED' });
    isWrong = false;
    await wallet.session.acceptOffer(txCode);
    expect(wallet.ready().certificates).toHaveLength(1);
  });

  it('says of an issuer that is out of order that it is, not that the offer is bad', async () => {
    const wallet = await walletHere({ fetch: async () => new Response('busy', { status: 503 }) });
    const { offerUrl } = await offerSample(agent, (await issueSample(agent)).id);
    await expect(wallet.session.readOffer(offerUrl)).rejects.toMatchObject({ code: 'OUT_OF_ORDER' });
  });

  it('takes the link by value, and the link into the wallet', async () => {
    const wallet = await walletHere();
    const { offerUrlByValue, offerUrl } = await offerSample(agent);
    const inWallet = `${agent.url}/wallet/#offer=${encodeURIComponent(offerUrl)}`;
    for (const link of [offerUrlByValue, inWallet]) {
      expect(await wallet.session.readOffer(link)).toMatchObject({ issuer: { url: agent.url } });
    }
  });

  it('keeps one certificate when it is received once more', async () => {
    const wallet = await walletHere();
    const { id } = await issueSample(agent);
    const ids = [];
    for (let time = 0; time < 2; time++) {
      const { offerUrl, txCode } = await offerSample(agent, id);
      await wallet.session.readOffer(offerUrl);
      ids.push(await wallet.session.acceptOffer(txCode));
    }
    expect(new Set(ids).size).toBe(1);
    expect(wallet.ready().certificates).toHaveLength(1);
  });

  it('says that a transaction code is missing or wrong, and lets another be tried until the offer is void', async () => {
    const wallet = await walletHere();
    const { offerUrl, txCode } = await offerSample(agent);
    await wallet.session.readOffer(offerUrl);
    await expect(wallet.session.acceptOffer(undefined)).rejects.toMatchObject({ code: 'TX_CODE_MISSING' });
    const wrong = txCode.replace(/^./, (digit) => `${(Number(digit) + 1) % 10}`);
    await expect(wallet.session.acceptOffer(wrong)).rejects.toMatchObject({ code: 'TX_CODE_WRONG' });
    await wallet.session.acceptOffer(txCode);
    expect(wallet.ready().certificates).toHaveLength(1);
    const second = await offerSample(agent);
    await wallet.session.readOffer(second.offerUrl);
    const other = second.txCode.replace(/^./, (digit) => `${(Number(digit) + 1) % 10}`);
    const codes = [];
    for (let time = 0; time < 3; time++) {
      codes.push(await wallet.session.acceptOffer(other).catch(({ code }) => code));
    }
    expect(codes).toEqual(['TX_CODE_WRONG', 'TX_CODE_WRONG', 'OFFER_GONE']);
  });

  it('says that an offer was taken up, and that nothing was read', async () => {
    const wallet = await walletHere();
    await expect(wallet.session.acceptOffer('1')).rejects.toMatchObject({ code: 'NOTHING_READ' });
    const { offerUrl, txCode } = await offerSample(agent);
    await wallet.session.readOffer(offerUrl);
    await wallet.session.acceptOffer(txCode);
    await expect(wallet.session.acceptOffer(txCode)).rejects.toMatchObject({ code: 'NOTHING_READ' });
    await expect(wallet.session.readOffer(offerUrl)).rejects.toMatchObject({ code: 'OFFER_GONE' });
  });

  it('shows what an issuer calls itself on one line, and not written backwards', async () => {
    const calling =
      (name: string): Fetch =>
      async (input, init) => {
        const response = await fetch(input, init);
        if (!String(input).includes('openid-credential-issuer')) return response;
        return Response.json({ ...((await response.json()) as object), display: [{ name }] });
      };
    const wallet = await walletHere({ fetch: calling('SUNAT\n\u202eurep\u200b') });
    const { offerUrl } = await offerSample(agent);
    expect(await wallet.session.readOffer(offerUrl)).toMatchObject({ issuer: { name: 'SUNAT··urep·' } });
  });

  it.each([
    ['', 'LINK_UNKNOWN'],
    ['https://example.com/', 'LINK_UNKNOWN'],
    ['openid-credential-offer://?credential_offer=x', 'OFFER_INVALID'],
    ['openid-credential-offer://?credential_offer_uri=http://example.com/o', 'ADDRESS_REFUSED'],
    [
      `openid-credential-offer://?credential_offer=${encodeURIComponent('{"credential_issuer":"http://example.com","credential_configuration_ids":["a"]}')}`,
      'ADDRESS_REFUSED',
    ],
  ])('“%s” is refused with %s', async (link, code) => {
    const wallet = await walletHere();
    await expect(wallet.session.readOffer(link)).rejects.toMatchObject({ code });
    expect(wallet.asked).toEqual([]);
  });
});

describe('what is received is looked at before it is kept', () => {
  /** An agent whose credential endpoint answers with something else. */
  const answering =
    (credential: unknown): Fetch =>
    async (input, init) =>
      String(input).endsWith('/openid4vci/credential')
        ? Response.json({ credentials: [{ credential }] })
        : fetch(input, init);

  async function receive(credential: unknown) {
    const wallet = await walletHere({ fetch: answering(credential) });
    const { offerUrl, txCode } = await offerSample(agent);
    await wallet.session.readOffer(offerUrl);
    const code = await wallet.session.acceptOffer(txCode).catch((error) => error.code);
    expect(wallet.ready().certificates).toEqual([]);
    return code;
  }

  it('the certificate of another key, something else, nothing, and a number', async () => {
    const other = await equipWallet({ peru: agent });
    const [row] = other.store.kept.certificates;
    expect(await receive(row?.token)).toBe('CERTIFICATE_NOT_OURS');
    expect(await receive('x.y.z')).toBe('CERTIFICATE_UNREADABLE');
    expect(await receive({ a: 1 })).toBe('CERTIFICATE_UNREADABLE');
    expect(await receive('~')).toBe('CERTIFICATE_UNREADABLE');
  });

  it('one that is not signed by an authority of the network, where there are data', async () => {
    const honest = await equipWallet({ peru: agent });
    const [row] = honest.store.kept.certificates;
    const forged = await forge(row?.token ?? '', honest.ready().did);
    const wallet = await startWallet({ origin: agent.url, fetch: answering(forged), store: honest.store });
    const { offerUrl, txCode } = await offerSample(agent);
    await wallet.session.readOffer(offerUrl);
    await expect(wallet.session.acceptOffer(txCode)).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED' });
    expect(wallet.store.kept.certificates).toEqual(honest.store.kept.certificates);
  });

  /** The same certificate as `vc+jwt`, for the same holder, by a key that is nobody's. */
  async function forge(token: string, holder: string): Promise<string> {
    const { claims, kid, issuedAt } = readCertificate(token);
    const mallory = createTestKey();
    const credential = { ...claims, credentialSubject: { ...claims.credentialSubject, id: holder } };
    const options = { credential, kid, issuedAt, algorithm: 'ES256', sign: mallory.sign };
    return createVcJwt(options as never);
  }

  it('answers that are too large, that redirect, or do not come', async () => {
    const instead =
      (answer: () => Response | Promise<Response>): Fetch =>
      async (input, init) =>
        String(input).includes('/.well-known/') ? answer() : fetch(input, init);
    const read = async (answer: () => Response | Promise<Response>) => {
      const wallet = await walletHere({ fetch: instead(answer) });
      const { offerUrl } = await offerSample(agent);
      return wallet.session.readOffer(offerUrl).catch(({ code }) => code);
    };
    expect(await read(() => new Response('x'.repeat(1_100_000)))).toBe('ANSWER_TOO_LARGE');
    expect(await read(() => Promise.reject(new TypeError('redirect mode is error')))).toBe('UNREACHABLE');
    expect(await read(() => new Response('{}', { headers: { 'content-type': 'application/json' } }))).toBe(
      'OFFER_INVALID',
    );
  });
});

describe('renewal', () => {
  it('fetches the certificate as it is now, again and again, over a restart', async () => {
    const wallet = await equipWallet({ peru: agent });
    const { issuedId: id, certificateId } = wallet;
    expect(await wallet.session.renew(certificateId)).toBe(false);
    const renewal = await agent.as('officer').proposeRenewal({
      params: { id },
      body: { decisionDate: '2026-05-04', validUntil: '2047-01-14' },
    });
    await agent.as('supervisor').issueRenewal({ params: { id, renewalId: renewal.id } });
    const again = await wallet.restart();
    expect(await again.session.renew(certificateId)).toBe(true);
    expect(again.ready()).toMatchObject({
      certificates: [{ id: certificateId, validUntil: '2047-01-15T04:59:59.000Z' }],
      notices: [{ kind: 'renewed', certificateId }],
    });
    expect(await again.session.renew(certificateId)).toBe(false);
  });

  it('keeps the new token before anything else can go wrong', async () => {
    let isDown = false;
    const store = (await equipWallet({ peru: agent })).store;
    const wallet = await startWallet({
      ...{ origin: agent.url, store },
      fetch: (input, init) =>
        isDown && String(input).endsWith('/nonce')
          ? Promise.reject(new TypeError('gone'))
          : fetch(input, init),
    });
    const [{ id } = { id: '' }] = wallet.ready().certificates;
    isDown = true;
    await expect(wallet.session.renew(id)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    isDown = false;
    expect(await wallet.session.renew(id)).toBe(false);
  });

  it('is impossible once the issuer takes the token no more', async () => {
    const wallet = await equipWallet({ peru: agent });
    const view = await agent.as('officer').getCertificate({ params: { id: wallet.issuedId } });
    await settled(agent, (await decide(agent, view, 'revoke')).id);
    await expect(wallet.session.renew(wallet.certificateId)).rejects.toMatchObject({
      code: 'RENEWAL_IMPOSSIBLE',
    });
    await expect(wallet.session.renew('none')).rejects.toMatchObject({ code: 'NOT_HELD' });
    await wallet.session.refresh();
    expect(wallet.ready().certificates).toMatchObject([{ state: 'revoked' }]);
  });
});

describe('a certificate that is held back', () => {
  it('waits, over a restart, and comes by itself once the chain has what was decided', async () => {
    const wallet = await walletHere();
    const view = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, view.id);
    await wallet.session.readOffer(offerUrl);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    const id = await wallet.session.acceptOffer(txCode);
    expect(wallet.ready()).toMatchObject({ certificates: [], pending: [{ id, issuer: { url: agent.url } }] });

    const again = await wallet.restart();
    expect(again.ready()).toMatchObject({ certificates: [], pending: [{ id }] });
    await network.startChain();
    expect(await settled(agent, change.id)).toMatchObject({ state: 'confirmed' });
    const { certificates, pending } = await waitFor(
      async () => again.ready(),
      (state) => state.certificates.length > 0,
    );
    expect({ certificates, pending }).toMatchObject({ certificates: [{ id }], pending: [] });
    expect(again.store.kept.certificates[0]?.copies).toHaveLength(9);
  });

  it('comes to a wallet that was restored meanwhile, and copies for presentations with the next data', async () => {
    const wallet = await walletHere();
    const view = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, view.id);
    await wallet.session.readOffer(offerUrl);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    await wallet.session.acceptOffer(txCode);
    const backup = await wallet.session.backup();
    // The first device is gone: the issuer gives what waits to whoever comes first.
    wallet.session.lock();
    await network.startChain();
    expect(await settled(agent, change.id)).toMatchObject({ state: 'confirmed' });
    const restored = await startWallet({ origin: agent.url });
    await restored.session.restore(backup, wallet.recoveryCode);
    await waitFor(
      async () => restored.ready(),
      (state) => state.certificates.length > 0,
    );
    expect(restored.store.kept.certificates[0]?.copies).toBeUndefined();
    await restored.session.refresh();
    expect(restored.store.kept.certificates[0]?.copies).toHaveLength(9);
  });

  it('comes with copies whose keys open without the passkey that was taken away meanwhile', async () => {
    const passkeys = fakePasskeys();
    const wallet = await setUpWallet({ origin: agent.url, passkeys }, { passkey: true });
    const view = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, view.id);
    await wallet.session.readOffer(offerUrl);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    await wallet.session.acceptOffer(txCode);
    const formsIn = (rows: readonly { atRest: { form: string } }[] = []) =>
      rows.map(({ atRest }) => atRest.form);
    expect(formsIn(wallet.store.kept.pending[0]?.copyKeys)).toEqual(Array(9).fill('sealed'));
    await wallet.session.changeSettings({ passkey: false });
    expect(formsIn(wallet.store.kept.pending[0]?.copyKeys)).toEqual(Array(9).fill('handle'));
    await network.startChain();
    expect(await settled(agent, change.id)).toMatchObject({ state: 'confirmed' });
    const again = await wallet.restart();
    await waitFor(
      async () => again.ready(),
      (state) => state.certificates.length > 0,
    );
    const copies = again.store.kept.certificates[0]?.copies ?? [];
    expect(formsIn(copies.map(({ key }) => key))).toEqual(Array(9).fill('handle'));
  });

  it('comes also when the answer that brought it was lost', async () => {
    let isLost = false;
    const wallet = await walletHere({
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        const isAnswer = String(input).endsWith('/deferred') && response.status === 200;
        if (!isAnswer || isLost) return response;
        isLost = true;
        throw new TypeError('gone');
      },
    });
    const view = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, view.id);
    await wallet.session.readOffer(offerUrl);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    const id = await wallet.session.acceptOffer(txCode);
    await network.startChain();
    expect(await settled(agent, change.id)).toMatchObject({ state: 'confirmed' });
    await waitFor(
      async () => isLost,
      (lost) => lost,
    );
    await wallet.session.refresh();
    expect(wallet.ready()).toMatchObject({ certificates: [{ id }], pending: [] });
    expect(wallet.store.kept.certificates[0]?.copies).toHaveLength(9);
  });

  it('comes also after the clock was wrong for a while', async () => {
    let isWrong = false;
    const wallet = await walletHere({
      fetch: (input, init) => fetch(input, isWrong ? unproven(init) : init),
    });
    const view = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, view.id);
    await wallet.session.readOffer(offerUrl);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    const id = await wallet.session.acceptOffer(txCode);
    isWrong = true;
    await wallet.session.refresh();
    expect(wallet.ready().pending).toMatchObject([{ id, trouble: { code: 'PROOF_REFUSED' } }]);
    // It asks again by itself.
    expect(wallet.store.kept.pending[0]?.askAt).toBeLessThan(Date.now() + 120_000);
    isWrong = false;
    await network.startChain();
    expect(await settled(agent, change.id)).toMatchObject({ state: 'confirmed' });
    await wallet.session.refresh();
    expect(wallet.ready()).toMatchObject({ certificates: [{ id }], pending: [] });
  });

  it('too long does not keep others from coming', async () => {
    let now = () => new Date();
    const wallet = await equipWallet({ peru: agent }, {}, { now: () => now() });
    const view = await agent.as('officer').getCertificate({ params: { id: wallet.issuedId } });
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    expect(await wallet.session.renew(wallet.certificateId)).toBe(false);
    expect(wallet.ready().pending).toHaveLength(1);
    await network.startChain();
    expect(await settled(agent, change.id)).toMatchObject({ state: 'confirmed' });
    const { kept } = wallet.store;
    wallet.store.kept = {
      ...kept,
      // The device was away until its access token was over, and all copies were shown.
      pending: kept.pending.map((row) => ({ ...row, accessToken: 'A'.repeat(43) })),
      certificates: kept.certificates.map(({ copies = [], ...row }) => ({
        ...row,
        copies: copies.map((copy) => ({ ...copy, shownAt: '2026-01-01T00:00:00.000Z' })),
      })),
    };
    const again = await wallet.restart();
    now = () => new Date(Date.now() + 7_200_000);
    await again.session.refresh();
    expect(again.ready()).toMatchObject({ certificates: [{ id: wallet.certificateId }], pending: [] });
    const copies = again.store.kept.certificates[0]?.copies ?? [];
    expect(copies.map(({ shownAt }) => shownAt)).toEqual(Array(9).fill(undefined));
  });

  it('is given up when the issuer says no', async () => {
    const wallet = await walletHere();
    const view = await issueSample(agent);
    const { offerUrl, txCode } = await offerSample(agent, view.id);
    await wallet.session.readOffer(offerUrl);
    await network.stopChain();
    const change = await decide(agent, view, 'revoke');
    const code = await wallet.session.acceptOffer(txCode).catch((error) => error.code);
    await network.startChain();
    await settled(agent, change.id);
    expect(code).toBe('ISSUER_REFUSED');
    expect(wallet.ready()).toMatchObject({ certificates: [], pending: [] });
  });
});
