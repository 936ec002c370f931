import { createKeys } from '../../../agents/wallet/src/keys/create-keys.js';
import { present } from '../../../agents/wallet/src/present/answer-request.js';
import { previewRequest, readRequest } from '../../../agents/wallet/src/present/read-request.js';
import { acceptOffer } from '../../../agents/wallet/src/receive/accept-offer.js';
import { readOffer } from '../../../agents/wallet/src/receive/read-offer.js';
import type { RequestPreview } from '../../../agents/wallet/src/session/contract.js';
import type { Desk } from '../../../agents/wallet/src/session/desk.js';
import { Vault } from '../../../agents/wallet/src/store/vault.js';
import { MemoryStore } from '../../../agents/wallet/src/testing/memory-store.js';
import { localFetch } from './local-fetch.js';

export interface OurWallet {
  receive(offer: { offerUrl: string; txCode: string }): Promise<void>;
  /** Shows a request, and answers it with the first that would do. */
  answer(request: string): Promise<RequestPreview>;
}

/** The core of our wallet on a new device, without its screens and without data of the network. */
export async function createOurWallet(origin: string): Promise<OurWallet> {
  const { stored, keys } = await createKeys('Test device', undefined);
  const vault = new Vault(new MemoryStore(), () => undefined);
  await vault.change({
    profile: { settings: { deviceName: 'Test device', passkey: false }, keys: stored },
  });
  const desk: Desk = { vault, keys, bundle: undefined, fetch: localFetch, now: () => new Date(), origin };
  return {
    async receive({ offerUrl, txCode }) {
      await acceptOffer(desk, await readOffer(desk, offerUrl), txCode);
    },
    async answer(request) {
      const read = await readRequest(desk, request);
      const preview = previewRequest(read);
      const [candidate] = preview.candidates;
      if (candidate === undefined) throw new Error(`Nothing would answer: ${preview.missing}`);
      await present(desk, read, candidate);
      return preview;
    },
  };
}
