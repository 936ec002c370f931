import { giveDelegation } from '../delegate/give-delegation.js';
import { invitationLink, readInvitation } from '../delegate/invitation.js';
import { readDelegation } from '../delegate/read-delegation.js';
import { takeDelegation } from '../delegate/take-delegation.js';
import { viewGiven, viewHeld } from '../delegate/views.js';
import { withdrawDelegation } from '../delegate/withdraw-delegation.js';
import type { KeyRing } from '../keys/key-ring.js';
import { unlockKeys } from '../keys/unlock-keys.js';
import { decline, present } from '../present/answer-request.js';
import { previewRequest, type ReadRequest, readRequest } from '../present/read-request.js';
import { acceptOffer } from '../receive/accept-offer.js';
import { askDue, nextAsk } from '../receive/ask-again.js';
import { previewOffer, type ReadOffer, readOffer } from '../receive/read-offer.js';
import { isNear, refillCopies } from '../receive/refill-copies.js';
import { renewCertificate } from '../receive/renew-certificate.js';
import type { Change } from '../store/stored.js';
import { Vault } from '../store/vault.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { askIssuers } from './ask-issuers.js';
import type { Settings, WalletSession, WalletState } from './contract.js';
import { demandRead } from './demand-read.js';
import type { Desk } from './desk.js';
import { backUpWallet, changeSettings, restoreWallet, setUpWallet } from './lifecycle.js';
import { NetworkData } from './network-data.js';
import { noteChanges } from './note-changes.js';
import { readyState } from './ready-state.js';
import type { WalletPorts } from './wallet-ports.js';

/** The wallet on what the ports give it. */
export function createSession(ports: WalletPorts): WalletSession {
  return new Session(ports);
}

class Session implements WalletSession {
  #state: WalletState = { phase: 'starting' };
  #vault: Vault | undefined;
  #keys: KeyRing | undefined;
  #offer: ReadOffer | undefined;
  #request: ReadRequest | undefined;
  /** When a request was read last, in Unix milliseconds. */
  #askedAt = Number.NEGATIVE_INFINITY;
  #callOff: () => void = () => undefined;
  readonly #data = new NetworkData();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: WalletPorts) {}

  readonly #adopt = (keys: KeyRing): void => {
    this.#keys = keys;
  };

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
      await this.#data.open(store);
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
    return this.#inTurn((vault) => setUpWallet(vault, settings, this.ports.passkeys, this.#adopt));
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
    return this.#withDesk((desk) => changeSettings(desk, change, this.ports.passkeys));
  }

  async readOffer(text: string) {
    this.#offer = undefined;
    this.#offer = await this.#guarded(() => readOffer(this.#desk(), text));
    return previewOffer(this.#offer);
  }

  acceptOffer(txCode: string | undefined): Promise<string> {
    return this.#withData(async (desk) => {
      const { id } = await acceptOffer(desk, demandRead(this.#offer), txCode);
      this.#offer = undefined;
      return id;
    });
  }

  async readRequest(text: string) {
    this.#askedAt = this.ports.now().getTime();
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

  refresh({ forRequest = false } = {}): Promise<void> {
    if (forRequest) this.#askedAt = this.ports.now().getTime();
    return this.#withDesk(async (desk) => {
      try {
        await this.#data.refresh(desk);
      } finally {
        await askIssuers(this.#desk());
      }
      if (!isNear(this.#askedAt, this.ports.now())) await refillCopies(this.#desk());
    });
  }

  renew(certificateId: string): Promise<boolean> {
    return this.#withDesk((desk) => renewCertificate(desk, certificateId));
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

  readonly readInvitation = readInvitation;

  delegate(wish: Parameters<WalletSession['delegate']>[0]) {
    return this.#withDesk(async (desk) => viewGiven(await giveDelegation(desk, wish), this.ports.origin));
  }

  withdraw(delegationId: string): Promise<void> {
    return this.#withDesk((desk) => withdrawDelegation(desk, delegationId));
  }

  readDelegation(text: string) {
    return this.#withData(async (desk) => {
      const { token, delegation } = await readDelegation(desk, text);
      return viewHeld({ id: delegation.claims.id, token, receivedAt: desk.now().toISOString() }, desk.now());
    });
  }

  acceptDelegation(text: string): Promise<string> {
    return this.#withData((desk) => takeDelegation(desk, text));
  }

  removeHeld(id: string): Promise<void> {
    return this.#change(() => ({ remove: { held: [id] } }));
  }

  backup(): Promise<Uint8Array> {
    return this.#withDesk(backUpWallet);
  }

  restore(file: Uint8Array, recoveryCode: string): Promise<void> {
    return this.#inTurn(async (vault) => {
      await restoreWallet(vault, file, recoveryCode, this.#adopt);
      await this.#watch();
    });
  }

  async wipe(): Promise<void> {
    await this.#guarded(async () => {
      const vault = this.#vault ?? new Vault(await this.ports.openStore(() => undefined), () => undefined);
      await vault.wipe();
    });
    this.lock();
    this.#data.forget();
    this.#put({ phase: 'wiped' });
  }

  /** Makes notices of what changed, and comes back for what an issuer holds back. */
  async #watch(): Promise<void> {
    const { vault, now } = this.#desk();
    await noteChanges(this.#facts());
    // Also what another window wrote, which was read on the way.
    this.#show();
    this.#callOff();
    const next = nextAsk(vault.contents.pending);
    if (next === undefined) return;
    this.#callOff = this.ports.later(() => void this.#askDue(), Math.max(next - now().getTime(), 0));
  }

  async #askDue(): Promise<void> {
    await this.#withDesk(askDue).catch((error) => {
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

  /** The same with the network's data, without which nobody can tell a genuine certificate from another. */
  #withData<T>(run: (desk: Desk) => Promise<T>): Promise<T> {
    return this.#withDesk(async (desk) => {
      if (desk.bundle === undefined) await this.#data.refresh(desk);
      return run(this.#desk());
    });
  }

  #inTurn<T>(run: (vault: Vault) => Promise<T>): Promise<T> {
    return this.#guarded(() =>
      this.ports.inTurn(async () => {
        const vault = this.#opened();
        await vault.load();
        // Another window has deleted everything.
        if (vault.contents.profile === undefined) this.#keys = undefined;
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
    // Another window may have taken the passkey away.
    const isSealed = vault.contents.profile?.keys.atRest.form === 'sealed';
    const keys = isSealed ? this.#keys : { ...this.#keys, sealing: undefined };
    return { vault, keys, bundle: this.#data.bundle, fetch, now: () => now(), origin };
  }

  #facts() {
    const { now, origin } = this.ports;
    const { bundle, trouble: dataTrouble } = this.#data;
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
