import type { LoadedBundle } from '@eslabon/bundle';
import { makeBackup } from '../backup/make-backup.js';
import { openBackup } from '../backup/open-backup.js';
import { fetchData } from '../data/fetch-data.js';
import { makeNotices } from '../data/make-notices.js';
import { openData } from '../data/open-data.js';
import { giveDelegation } from '../delegate/give-delegation.js';
import { invitationLink, readInvitation } from '../delegate/invitation.js';
import { publishLists } from '../delegate/publish-list.js';
import { takeDelegation } from '../delegate/take-delegation.js';
import { viewGiven } from '../delegate/views.js';
import { withdrawDelegation } from '../delegate/withdraw-delegation.js';
import { addPasskey, removePasskey } from '../keys/change-passkey.js';
import { createKeys } from '../keys/create-keys.js';
import type { KeyRing } from '../keys/key-ring.js';
import { unlockKeys } from '../keys/unlock-keys.js';
import { decline, present } from '../present/answer-request.js';
import { previewRequest, type ReadRequest, readRequest } from '../present/read-request.js';
import { acceptOffer } from '../receive/accept-offer.js';
import { askAgain, never } from '../receive/ask-again.js';
import { previewOffer, type ReadOffer, readOffer } from '../receive/read-offer.js';
import { renewCertificate } from '../receive/renew-certificate.js';
import type { Change, StoredData } from '../store/stored.js';
import { Vault } from '../store/vault.js';
import { TroubleError } from '../trouble/trouble-error.js';
import type { Settings, Trouble, WalletSession, WalletState } from './contract.js';
import type { Desk } from './desk.js';
import { blockTimeOf, readyState } from './ready-state.js';
import type { WalletPorts } from './wallet-ports.js';

/** The wallet on what the ports give it. */
export function createSession(ports: WalletPorts): WalletSession {
  return new Session(ports);
}

const p256 = { kty: 'EC', crv: 'P-256' } as const;

type Data = { stored: StoredData; bundle: LoadedBundle };

class Session implements WalletSession {
  #state: WalletState = { phase: 'starting' };
  #vault: Vault | undefined;
  #keys: KeyRing | undefined;
  #data: Data | undefined;
  #dataTrouble: Trouble | undefined;
  #offer: ReadOffer | undefined;
  #request: ReadRequest | undefined;
  #callOff: () => void = () => undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: WalletPorts) {}

  readonly state = (): WalletState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async start(): Promise<void> {
    try {
      const store = await this.ports.openStore(() =>
        this.#fail(new TroubleError('STORAGE_LOST', 'The storage is gone for this window.')),
      );
      this.#vault = new Vault(store, () => this.#show());
      await this.#vault.load();
      await this.#openData(await store.readData());
      const { profile } = this.#vault.contents;
      if (profile !== undefined && !profile.settings.passkey) {
        this.#keys = await unlockKeys(profile.keys, this.ports.passkeys);
      }
      this.#show();
      if (this.#keys !== undefined) await this.#inTurn(() => this.#watch());
    } catch (error) {
      this.#fail(error);
    }
  }

  setUp(settings: Settings): Promise<{ recoveryCode: string }> {
    return this.#inTurn(async (vault) => {
      requireNew(vault);
      const passkeys = settings.passkey ? this.ports.passkeys : undefined;
      const { stored, keys, recoveryCode } = await createKeys(settings.deviceName, passkeys);
      this.#keys = keys;
      await vault.change({ profile: { settings, keys: stored } });
      return { recoveryCode };
    });
  }

  unlock(): Promise<void> {
    return this.#inTurn(async (vault) => {
      this.#keys = await unlockKeys(vault.profile.keys, this.ports.passkeys);
      this.#show();
      await this.#watch();
    });
  }

  lock(): void {
    this.#keys = undefined;
    this.#offer = undefined;
    this.#request = undefined;
    this.#callOff();
    this.#show();
  }

  changeSettings(change: Partial<Settings>): Promise<void> {
    return this.#withDesk(async ({ vault }) => {
      const { settings, keys } = vault.profile;
      const next = { ...settings, ...change };
      const { passkeys } = this.ports;
      const hasChanged = next.passkey !== settings.passkey;
      const changed = next.passkey
        ? () => addPasskey(keys, next.deviceName, passkeys)
        : () => removePasskey(keys, passkeys);
      await vault.change({ profile: { settings: next, keys: hasChanged ? await changed() : keys } });
    });
  }

  async readOffer(text: string) {
    this.#offer = undefined;
    this.#offer = await this.#guarded(() => readOffer(this.#desk(), text));
    return previewOffer(this.#offer);
  }

  acceptOffer(txCode: string | undefined): Promise<string> {
    return this.#withDesk(async (desk) => {
      const { id } = await acceptOffer(desk, demandRead(this.#offer), txCode);
      this.#offer = undefined;
      return id;
    });
  }

  async readRequest(text: string) {
    this.#request = undefined;
    this.#request = await this.#guarded(() => readRequest(this.#desk(), text));
    return previewRequest(this.#request);
  }

  present(candidate: Parameters<WalletSession['present']>[0]) {
    return this.#withDesk(async (desk) => {
      const sent = await present(desk, demandRead(this.#request), candidate);
      this.#request = undefined;
      return sent;
    });
  }

  declineRequest(): Promise<void> {
    return this.#withDesk(async (desk) => {
      await decline(desk, demandRead(this.#request));
      this.#request = undefined;
    });
  }

  refresh(): Promise<void> {
    return this.#withDesk(async (desk) => {
      try {
        const fetched = await fetchData(desk, this.#data);
        if (fetched !== undefined) {
          await desk.vault.store.writeData(fetched.stored);
          this.#data = fetched;
        }
        this.#dataTrouble = undefined;
      } catch (error) {
        this.#dataTrouble = TroubleError.dataOf(error);
        throw error;
      } finally {
        const current = this.#desk();
        await publishLists(current);
        for (const row of current.vault.contents.pending) await askAgain(current, row);
        this.#show();
      }
    });
  }

  renew(certificateId: string): Promise<boolean> {
    return this.#withDesk(async (desk) => {
      const isChanged = await renewCertificate(desk, certificateId);
      const at = desk.now().toISOString();
      const notice = { id: `renewed ${certificateId} ${at}`, kind: 'renewed' as const, certificateId, at };
      if (isChanged) await desk.vault.change({ put: { notices: [{ ...notice, seen: false }] } });
      return isChanged;
    });
  }

  removeCertificate(id: string): Promise<void> {
    return this.#change(() => ({ remove: { certificates: [id], pending: [id] } }));
  }

  markNoticesSeen(): Promise<void> {
    return this.#change(({ contents }) => ({
      put: { notices: contents.notices.map((notice) => ({ ...notice, seen: true })) },
    }));
  }

  invitation(name: string): string {
    return invitationLink(this.ports.origin, { did: this.#desk().keys.did, name });
  }

  readInvitation(text: string): { did: string; name: string } {
    return readInvitation(text);
  }

  delegate(wish: Parameters<WalletSession['delegate']>[0]) {
    return this.#withDesk(async (desk) => viewGiven(await giveDelegation(desk, wish), this.ports.origin));
  }

  withdraw(delegationId: string): Promise<void> {
    return this.#withDesk((desk) => withdrawDelegation(desk, delegationId));
  }

  acceptDelegation(text: string): Promise<string> {
    return this.#withDesk((desk) => takeDelegation(desk, text));
  }

  removeHeld(id: string): Promise<void> {
    return this.#change(() => ({ remove: { held: [id] } }));
  }

  backup(): Promise<Uint8Array> {
    return this.#withDesk(({ vault, keys, now }) => {
      const { profile: _, ...rows } = vault.contents;
      const { language, deviceName } = vault.profile.settings;
      const publicJwk = { ...keys.publicJwk, ...p256 };
      const settings = { deviceName, ...(language !== undefined && { language }) };
      return makeBackup(keys, { publicJwk, madeAt: now().toISOString(), settings, rows });
    });
  }

  restore(file: Uint8Array, recoveryCode: string): Promise<void> {
    return this.#inTurn(async (vault) => {
      requireNew(vault);
      const { stored, keys, content } = await openBackup(file, recoveryCode);
      this.#keys = keys;
      // A passkey is of the device that it was made on.
      const settings: Settings = { ...content.settings, passkey: false };
      await vault.change({ profile: { settings, keys: stored }, put: content.rows });
      await this.#watch();
    });
  }

  async wipe(): Promise<void> {
    await this.#guarded(async () => {
      const vault = this.#vault ?? new Vault(await this.ports.openStore(() => undefined), () => undefined);
      await vault.wipe();
    });
    this.lock();
    this.#data = undefined;
    this.#put({ phase: 'wiped' });
  }

  /** Proves stored data once more. Data that cannot be read are as good as none, and say why. */
  async #openData(stored: StoredData | undefined): Promise<void> {
    if (stored === undefined) return;
    try {
      this.#data = { stored, bundle: openData(stored) };
    } catch (error) {
      this.#dataTrouble = TroubleError.dataOf(error);
    }
  }

  /** Makes notices of what changed, and comes back for what an issuer holds back. */
  async #watch(): Promise<void> {
    const { vault, bundle, now } = this.#desk();
    const { phase, ...ready } = readyState(this.#facts());
    const change = makeNotices({
      ...{ rows: vault.contents.certificates, views: ready.certificates, notices: ready.notices },
      ...{ blockTime: bundle && blockTimeOf(bundle), now: now() },
    });
    if (change !== undefined) await vault.change(change);
    this.#callOff();
    const next = Math.min(...vault.contents.pending.map(({ askAt }) => askAt));
    if (next >= never) return;
    this.#callOff = this.ports.later(() => void this.#askDue(), Math.max(next - now().getTime(), 0));
  }

  async #askDue(): Promise<void> {
    await this.#withDesk(async (desk) => {
      const now = desk.now().getTime();
      const due = desk.vault.contents.pending.filter(({ askAt }) => askAt <= now);
      for (const row of due) await askAgain(desk, row);
    }).catch((error) => {
      if (this.#keys !== undefined) this.#fail(error);
    });
  }

  #change(make: (vault: Vault) => Change): Promise<void> {
    return this.#withDesk(({ vault }) => vault.change(make(vault)));
  }

  /** Does something with an unlocked wallet, alone, on what is stored now; afterwards looks what it changed. */
  #withDesk<T>(run: (desk: Desk) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const desk = this.#desk();
      try {
        return await run(desk);
      } finally {
        if (this.#keys !== undefined) await this.#watch();
      }
    });
  }

  #inTurn<T>(run: (vault: Vault) => Promise<T>): Promise<T> {
    return this.#guarded(() =>
      this.ports.inTurn(async () => {
        const vault = this.#opened();
        await vault.load();
        return run(vault);
      }),
    );
  }

  async #guarded<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw TroubleError.of(error);
    }
  }

  #opened(): Vault {
    if (this.#vault === undefined) throw new TroubleError('STORAGE_FAILED', 'The wallet has not started.');
    return this.#vault;
  }

  #desk(): Desk {
    const vault = this.#opened();
    if (this.#keys === undefined) {
      const isNew = vault.contents.profile === undefined;
      throw new TroubleError(isNew ? 'WALLET_NEW' : 'WALLET_LOCKED', 'The wallet is not open.');
    }
    const { fetch, now, origin } = this.ports;
    return { vault, keys: this.#keys, bundle: this.#data?.bundle, fetch, now: () => now(), origin };
  }

  #facts() {
    const { now, origin } = this.ports;
    const [bundle, dataTrouble] = [this.#data?.bundle, this.#dataTrouble];
    return { vault: this.#opened(), bundle, dataTrouble, now: now(), origin };
  }

  #show(): void {
    const profile = this.#vault?.contents.profile;
    if (profile === undefined) this.#put({ phase: 'new' });
    else if (this.#keys === undefined) this.#put({ phase: 'locked', settings: profile.settings });
    else this.#put(readyState(this.#facts()));
  }

  #fail(error: unknown): void {
    this.#put({ phase: 'failed', trouble: TroubleError.dataOf(error) });
  }

  #put(state: WalletState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** @throws TroubleError NOTHING_READ */
function demandRead<T>(read: T | undefined): T {
  if (read === undefined) throw new TroubleError('NOTHING_READ', 'There is nothing that was read before.');
  return read;
}

/** @throws TroubleError WALLET_EXISTS */
function requireNew({ contents }: Vault): void {
  if (contents.profile === undefined) return;
  throw new TroubleError('WALLET_EXISTS', 'There is a wallet on this device already.');
}
