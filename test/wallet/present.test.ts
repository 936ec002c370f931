import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askSample,
  createTestKey,
  decide,
  fetchRequestObject,
  issueSample,
  offerSample,
  settled,
  signJwt,
  startPresenting,
  type TestKey,
} from '../../agents/customs/src/testing/index.js';
import { selfSigned } from '../../agents/customs/src/testing/self-signed.js';
import { MemoryStore } from '../../agents/wallet/src/testing/memory-store.js';
import { setUpWallet, startWallet } from '../../agents/wallet/src/testing/test-wallet.js';
import { TroubleError } from '../../agents/wallet/src/trouble/trouble-error.js';
import { type Equipped, equipWallet, startWorld, type TestWorld } from './wallet-world.js';

let world: TestWorld;
let wallet: Equipped;

const optional = {
  tradeName: 'Norte Export',
  nationalId: { scheme: 'RUC', value: '20100000001' },
  address: { street: 'Av. Principal 1', city: 'Lima', country: 'PE' },
};

beforeAll(async () => {
  world = await startWorld();
  wallet = await equipWallet(world, optional);
});

afterAll(() => world.stop());

const read = (id: string) => world.mexico.as('verifier').getPresentation({ params: { id } });

async function presentFor(asked: Record<string, unknown> = {}) {
  const { session } = wallet;
  const { id, requestUrl } = await askSample(world.mexico, asked);
  const preview = await session.readRequest(requestUrl);
  const sent = await session.present({ kind: 'certificate', id: wallet.certificateId });
  return { preview, sent, kept: await read(id) };
}

describe('data of the network', () => {
  it('say that the certificate is active, and where it is recognised', () => {
    const { certificates, data } = wallet.ready();
    expect(data).toMatchObject({ state: 'open' });
    expect(certificates).toMatchObject([
      {
        state: 'active',
        verdict: { verdict: 'RECOGNISED', as: 'PE' },
        recognitions: [
          { country: 'MX', arrangement: { id: 1, label: 'Test arrangement' }, roles: ['EX', 'IM'] },
        ],
      },
    ]);
  });

  it('are kept over a restart and without a network, with what went wrong', async () => {
    const again = await wallet.restart();
    expect(again.ready().certificates).toMatchObject([{ state: 'active' }]);
    const { store } = wallet;
    const offline = await startWallet({ store, fetch: () => Promise.reject(new TypeError('no network')) });
    await expect(offline.session.refresh()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(offline.ready()).toMatchObject({
      data: { state: 'open', trouble: { code: 'UNREACHABLE' } },
      certificates: [{ state: 'active' }],
    });
  });
});

describe.each(['direct_post', 'direct_post.jwt'])('presenting to another country (%s)', (responseMode) => {
  it('is RECOGNISED, and shows before what the verifier then has', async () => {
    const { preview, sent, kept } = await presentFor({
      responseMode,
      purpose: { kind: 'declaration', reference: 'DEC-1' },
      disclose: ['address'],
    });
    expect(preview).toMatchObject({
      verifier: { authority: { name: 'Aduana de MX', country: 'MX' }, host: new URL(world.mexico.url).host },
      purpose: { kind: 'declaration', reference: 'DEC-1' },
      candidates: [{ kind: 'certificate', id: wallet.certificateId }],
    });
    const [candidate] = preview.candidates;
    const disclosed = candidate?.disclosed.map(({ path }) => path) ?? [];
    expect(disclosed).toEqual(
      expect.arrayContaining(['legalName', 'tin', 'address.streetAddress', 'status', 'id']),
    );
    expect(candidate?.withheld).toEqual(['tradeName', 'nationalId.scheme', 'nationalId.value']);
    expect(sent).toEqual({ redirectUri: undefined });
    expect(kept).toMatchObject({
      state: 'answered',
      verdict: { verdict: 'RECOGNISED', as: 'MX' },
      refusals: [],
    });
    expect(kept.verdict?.checks.find(({ id }) => id === 'holder')).toMatchObject({ code: 'HOLDER_PROVEN' });
    expect((await wallet.session.history(1)).entries[0]).toMatchObject({
      verifier: { name: 'Aduana de MX', country: 'MX' },
      purpose: { kind: 'declaration', reference: 'DEC-1' },
      disclosed,
      delegated: false,
      outcome: 'presented',
    });
  });
});

describe('a request', () => {
  it('of a link into the wallet is the same', async () => {
    const { requestUrl } = await askSample(world.mexico);
    const link = `${world.peru.url}/wallet/#request=${encodeURIComponent(requestUrl)}`;
    const preview = await wallet.session.readRequest(link);
    expect(preview.candidates).toHaveLength(1);
    expect(preview.candidates[0]?.withheld).toEqual(
      expect.arrayContaining(['tradeName', 'nationalId.value', 'address.streetAddress']),
    );
  });

  it('for what is not held has no candidate, and says what is missing', async () => {
    const { requestUrl } = await askSample(world.mexico, { roles: ['WH'] });
    const preview = await wallet.session.readRequest(requestUrl);
    expect(preview.candidates).toEqual([]);
    expect(preview.missing).toContain('certificate.operatorRoles: WH');
    await expect(
      wallet.session.present({ kind: 'certificate', id: wallet.certificateId }),
    ).rejects.toMatchObject({ code: 'NOTHING_READ' });
  });

  it('that is declined says so to the verifier, discloses nothing, and is in the history', async () => {
    const { id, requestUrl } = await askSample(world.mexico);
    await wallet.session.readRequest(requestUrl);
    await wallet.session.declineRequest();
    expect(await read(id)).toMatchObject({ state: 'declined' });
    expect((await wallet.session.history(1)).entries[0]).toMatchObject({
      outcome: 'declined',
      disclosed: [],
    });
  });

  it('that was answered already is refused by the verifier; the history has what was sent all the same', async () => {
    const { requestUrl } = await askSample(world.mexico);
    const second = await wallet.restart();
    await wallet.session.readRequest(requestUrl);
    await second.session.readRequest(requestUrl);
    const candidate = { kind: 'certificate' as const, id: wallet.certificateId };
    await wallet.session.present(candidate);
    await expect(second.session.present(candidate)).rejects.toMatchObject({ code: 'VERIFIER_REFUSED' });
    expect((await second.session.history(1)).entries[0]).toMatchObject({
      outcome: 'refused',
      trouble: { code: 'invalid_request' },
      disclosed: expect.arrayContaining(['legalName']),
    });
    await expect(wallet.session.readRequest(requestUrl)).rejects.toMatchObject({ code: 'REQUEST_GONE' });
  });

  it('of an authority that the own data do not know is refused, and nothing is sent', async () => {
    const { requestUrl } = await askSample(world.mexico);
    const bare = await equipWallet(world);
    bare.store.data = undefined;
    const blind = await bare.restart();
    await expect(blind.session.readRequest(requestUrl)).rejects.toMatchObject({
      code: 'REQUEST_KEY_UNKNOWN',
    });
    expect(blind.asked.filter((call) => call.includes('/responses/'))).toEqual([]);
  });
});

describe('a request in the name of an authority', () => {
  const forge = async (changes: { header?: object; claims?: object; by?: TestKey }) => {
    const { requestUri } = await askSample(world.mexico);
    const { header, claims } = await fetchRequestObject({ requestUri });
    const { by = createTestKey() } = changes;
    const request = await signJwt(by, { ...header, ...changes.header }, { ...claims, ...changes.claims });
    const clientId = String({ ...claims, ...changes.claims }.client_id);
    return `openid4vp://?${new URLSearchParams({ client_id: clientId, request })}`;
  };
  const authority = () => world.mexico.agent.parts.keys.did;

  it.each<[string, () => Parameters<typeof forge>[0], string]>([
    ['by another key', () => ({}), 'REQUEST_SIGNATURE'],
    [
      'by a key that it does not have',
      () => ({ header: { kid: `${authority()}#delegate-9` } }),
      'REQUEST_KEY_UNKNOWN',
    ],
    [
      'by the key of another authority',
      () => ({ header: { kid: `${world.peru.agent.parts.keys.did}#delegate-1` } }),
      'REQUEST_INVALID',
    ],
    [
      'that the network does not have',
      () => {
        const did = `did:ethr:0x9e55c:0x${'1'.repeat(40)}`;
        return {
          header: { kid: `${did}#delegate-1` },
          claims: { client_id: `decentralized_identifier:${did}` },
        };
      },
      'REQUEST_KEY_UNKNOWN',
    ],
    [
      'of another chain',
      () => {
        const did = authority().replace('0x9e55c', '0x1');
        return {
          header: { kid: `${did}#delegate-1` },
          claims: { client_id: `decentralized_identifier:${did}` },
        };
      },
      'REQUEST_KEY_UNKNOWN',
    ],
  ])('%s is refused', async (_, changes, code) => {
    const before = wallet.asked.length;
    await expect(wallet.session.readRequest(await forge(changes()))).rejects.toMatchObject({ code });
    expect(wallet.asked).toHaveLength(before);
  });

  it('by somebody without a name is read, and shown as nobody', async () => {
    const key = createTestKey();
    const link = await forge({
      ...{ by: key, header: { kid: `${key.did}#0` } },
      claims: {
        client_id: `decentralized_identifier:${key.did}`,
        response_mode: 'direct_post',
        client_metadata: { client_name: 'Aduana de MX' },
      },
    });
    const { verifier } = await wallet.session.readRequest(link);
    expect(verifier.authority).toBeUndefined();
  });
});

describe('a verifier with a certificate', () => {
  it('is answered at the host of the certificate, and is shown as not proven', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eslabon-wallet-'));
    const { certificate, key } = selfSigned('localhost');
    const x509 = { certificateFile: join(folder, 'certificate.pem'), keyFile: join(folder, 'key.pem') };
    writeFileSync(x509.certificateFile, certificate);
    writeFileSync(x509.keyFile, key);
    await startPresenting(world.mexico, { x509 }, 'localhost');
    try {
      const { preview, kept } = await presentFor({ clientId: 'x509' });
      expect(preview.verifier).toEqual({
        clientId: 'x509_san_dns:localhost',
        host: new URL(world.mexico.url).host,
      });
      expect(kept).toMatchObject({ state: 'answered', verdict: { verdict: 'RECOGNISED' } });
      expect((await wallet.session.history(1)).entries[0]?.verifier.name).toBeUndefined();
      // And by the hash of it, as HAIP has it.
      const byHash = await presentFor({ clientId: 'x509_hash' });
      expect(byHash.preview.verifier.clientId).toMatch(/^x509_hash:[\w-]{43}$/);
      expect(byHash.preview.verifier).not.toHaveProperty('authority');
      expect(byHash.kept).toMatchObject({ verdict: { verdict: 'RECOGNISED' } });
    } finally {
      rmSync(folder, { recursive: true });
      await startPresenting(world.mexico);
    }
  });
});

describe('when the verifier cannot be reached', () => {
  it('what was sent is in the history as not confirmed', async () => {
    const { store } = wallet;
    const cut = await startWallet({
      ...{ origin: world.peru.url, store },
      fetch: (input, init) =>
        String(input).includes('/openid4vp/responses/')
          ? Promise.reject(new TypeError('cut'))
          : fetch(input, init),
    });
    const { requestUrl } = await askSample(world.mexico);
    await cut.session.readRequest(requestUrl);
    const candidate = { kind: 'certificate' as const, id: wallet.certificateId };
    await expect(cut.session.present(candidate)).rejects.toMatchObject({ code: 'UNCONFIRMED' });
    expect((await cut.session.history(1)).entries[0]).toMatchObject({
      ...{ outcome: 'refused', trouble: { code: 'UNCONFIRMED' } },
      disclosed: expect.arrayContaining(['legalName']),
    });
  });
});

describe('an answer that went', () => {
  const answering = async (store: MemoryStore, answer?: () => Response) => {
    const again = await startWallet({
      ...{ origin: world.peru.url, store },
      fetch: async (input, init) =>
        answer !== undefined && String(input).includes('/openid4vp/responses/')
          ? answer()
          : fetch(input, init),
    });
    const { id, requestUrl } = await askSample(world.mexico);
    await again.session.readRequest(requestUrl);
    const candidate = { kind: 'certificate' as const, id: wallet.certificateId };
    return { id, again, present: () => again.session.present(candidate) };
  };

  it('to a verifier that is out of order is not confirmed, and not refused', async () => {
    const { again, present } = await answering(
      wallet.store,
      () => new Response('{"error":"server_error"}', { status: 502 }),
    );
    await expect(present()).rejects.toMatchObject({ code: 'UNCONFIRMED' });
    expect((await again.session.history(1)).entries[0]).toMatchObject({ trouble: { code: 'UNCONFIRMED' } });
  });

  it('is told as gone though what came of it cannot be kept', async () => {
    const store = new MemoryStore();
    store.kept = wallet.store.kept;
    store.data = wallet.store.data;
    const { id, again, present } = await answering(store);
    const { write } = store;
    let writes = 0;
    store.write = (change) => {
      writes += 1;
      return writes === 1 ? write(change) : Promise.reject(new TroubleError('STORAGE_FULL', 'full'));
    };
    await expect(present()).resolves.toEqual({ redirectUri: undefined });
    expect(await read(id)).toMatchObject({ state: 'answered' });
    expect((await again.session.history(1)).entries[0]).toMatchObject({ trouble: { code: 'UNCONFIRMED' } });
  });

  it('does not go when it cannot be kept that it does', async () => {
    const store = new MemoryStore();
    store.kept = wallet.store.kept;
    store.data = wallet.store.data;
    const { id, present } = await answering(store);
    store.write = () => Promise.reject(new TroubleError('STORAGE_FULL', 'full'));
    await expect(present()).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(await read(id)).toMatchObject({ state: 'fetched' });
  });
});

describe('two windows', () => {
  it('know at once what the other one received', async () => {
    const first = await setUpWallet({ origin: world.peru.url });
    const second = await first.restart();
    await second.session.refresh();
    const { id } = await issueSample(world.peru);
    const { offerUrl, txCode } = await offerSample(world.peru, id);
    await first.session.readOffer(offerUrl);
    const certificateId = await first.session.acceptOffer(txCode);
    const { requestUrl } = await askSample(world.mexico);
    const { candidates } = await second.session.readRequest(requestUrl);
    expect(candidates).toMatchObject([{ id: certificateId, state: 'active' }]);
    await second.session.present({ kind: 'certificate', id: certificateId });
    await first.session.wipe();
    await expect(second.session.readRequest(requestUrl)).rejects.toMatchObject({ code: 'WALLET_NEW' });
  });
});

describe('of several certificates', () => {
  it('one that counts is offered before one that is suspended, and each says how it stands', async () => {
    const several = await equipWallet(world);
    const view = await issueSample(world.peru);
    const { offerUrl, txCode } = await offerSample(world.peru, view.id);
    await several.session.readOffer(offerUrl);
    const second = await several.session.acceptOffer(txCode);
    const first = await world.peru.as('officer').getCertificate({ params: { id: several.issuedId } });
    expect(await settled(world.peru, (await decide(world.peru, first, 'suspend')).id)).toMatchObject({
      state: 'confirmed',
    });
    await several.session.refresh();
    const { requestUrl } = await askSample(world.mexico);
    const { candidates } = await several.session.readRequest(requestUrl);
    expect(candidates.map(({ id, state }) => [id, state])).toEqual([
      [second, 'active'],
      [several.certificateId, 'suspended'],
    ]);
  });
});

describe('older data', () => {
  it('never take the place of newer ones', async () => {
    let old: ArrayBuffer | undefined;
    const replaying = await equipWallet(
      world,
      {},
      {
        fetch: async (input, init) => {
          if (!String(input).endsWith('/v1/wallet/bundle')) return fetch(input, init);
          if (old !== undefined) return new Response(old);
          const response = await fetch(input);
          old = await response.clone().arrayBuffer();
          return response;
        },
      },
    );
    const before = replaying.ready().data;
    // Blocks may be of the same second.
    await world.network.chain.request('evm_increaseTime', [1]);
    const { id } = await decide(
      world.peru,
      await world.peru.as('officer').getCertificate({ params: { id: replaying.issuedId } }),
      'suspend',
    );
    await settled(world.peru, id);
    const honest = await startWallet({ origin: world.peru.url, store: replaying.store });
    await honest.session.refresh();
    expect(honest.ready()).toMatchObject({ certificates: [{ state: 'suspended' }] });
    expect(honest.ready().data).not.toEqual(before);
    const fooled = await startWallet({
      ...{ origin: world.peru.url, store: replaying.store },
      fetch: async (input, init) =>
        String(input).endsWith('/v1/wallet/bundle') ? new Response(old) : fetch(input, init),
    });
    await fooled.session.refresh();
    expect(fooled.ready()).toMatchObject({
      certificates: [{ state: 'suspended' }],
      data: honest.ready().data,
    });
  });
});

describe('what the issuer learns', () => {
  it('is nothing: presenting asks nobody but the verifier', async () => {
    const before = wallet.asked.length;
    await presentFor();
    const hosts = wallet.asked.slice(before).map((call) => new URL(call.split(' ')[1] as string).host);
    expect(new Set(hosts)).toEqual(new Set([new URL(world.mexico.url).host]));
  });
});

describe('a suspension', () => {
  it('is noticed, and the same presentation is SUSPENDED; then it is lifted', async () => {
    const view = await world.peru.as('officer').getCertificate({ params: { id: wallet.issuedId } });
    const { id } = await decide(world.peru, view, 'suspend');
    expect(await settled(world.peru, id)).toMatchObject({ state: 'confirmed' });
    await wallet.session.refresh();
    expect(wallet.ready()).toMatchObject({
      certificates: [{ state: 'suspended', verdict: { verdict: 'SUSPENDED' } }],
      notices: [{ kind: 'suspended', certificateId: wallet.certificateId, seen: false }],
    });
    expect((await presentFor()).kept.verdict).toMatchObject({ verdict: 'SUSPENDED' });
    const lifted = await decide(world.peru, view, 'reinstate');
    expect(await settled(world.peru, lifted.id)).toMatchObject({ state: 'confirmed' });
    await wallet.session.refresh();
    await wallet.session.markNoticesSeen();
    expect(wallet.ready().certificates).toMatchObject([{ state: 'active' }]);
    expect(wallet.ready().notices.map(({ kind, seen }) => [kind, seen])).toEqual(
      expect.arrayContaining([
        ['reinstated', true],
        ['suspended', true],
      ]),
    );
    // Nothing changed: nothing is said again.
    await wallet.session.refresh();
    expect(wallet.ready().notices).toHaveLength(2);
  });
});
