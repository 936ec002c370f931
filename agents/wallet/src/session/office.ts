import type { KeyRing } from '../keys/key-ring.js';
import { unlockKeys } from '../keys/unlock-keys.js';
import { askDue, nextAsk } from '../receive/ask-again.js';
import { Vault } from '../store/vault.js';
import { TroubleError } from '../trouble/trouble-error.js';
import type { WalletState } from './contract.js';
import type { Desk } from './desk.js';
import { NetworkData } from './network-data.js';
import { noteChanges } from './note-changes.js';
import { readyState } from './ready-state.js';
import type { WalletPorts } from './wallet-ports.js';

/**
 * What a session works in: the storage, the keys and the network's data, and what there is to show of them. Its desk is
 * given to one at a time, among all windows of the wallet.
 */
export class Office {
  #state: WalletState = { phase: 'starting' };
  #vault: Vault | undefined;
  #keys: KeyRing | undefined;
  #callOff: () => void = () => undefined;
  readonly #data = new NetworkData();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: WalletPorts) {}

  get state(): WalletState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open(): Promise<void> {
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
      if (this.#keys !== undefined) await this.inTurn(() => this.watch());
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes the keys of a wallet that there was none of before. */
  readonly adopt = (keys: KeyRing): void => {
    this.#keys = keys;
  };

  unlock(): Promise<void> {
    return this.inTurn(async (vault) => {
      this.#keys = await unlockKeys(vault.profile.keys, this.ports.passkeys);
      this.#show();
      await this.watch();
    });
  }

  lock(): void {
    this.#keys = undefined;
    this.#callOff();
    this.#show();
  }

  async wipe(): Promise<void> {
    await this.guarded(async () => {
      const vault = this.#vault ?? new Vault(await this.ports.openStore(() => undefined), () => undefined);
      await vault.wipe();
    });
    this.lock();
    this.#data.forget();
    this.#put({ phase: 'wiped' });
  }

  /** Fetches newer data of the network. @throws TroubleError of the network, BUNDLE_* */
  refreshData(desk: Desk): Promise<void> {
    return this.#data.refresh(desk);
  }

  /** Does something with an unlocked wallet, alone, on what is stored now; afterwards looks what it changed. */
  withDesk<T>(run: (desk: Desk) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      const desk = this.desk();
      try {
        return await run(desk);
      } finally {
        if (this.#keys !== undefined) await this.watch();
      }
    });
  }

  /** The same with the network's data, without which nobody can tell a genuine certificate from another. */
  withData<T>(run: (desk: Desk) => Promise<T>): Promise<T> {
    return this.withDesk(async (desk) => {
      if (desk.bundle === undefined) await this.#data.refresh(desk);
      return run(this.desk());
    });
  }

  inTurn<T>(run: (vault: Vault) => Promise<T>): Promise<T> {
    return this.guarded(() =>
      this.ports.inTurn(async () => {
        const vault = this.#opened();
        await vault.load();
        // Another window has deleted everything.
        if (vault.contents.profile === undefined) this.#keys = undefined;
        return run(vault);
      }),
    );
  }

  /** Whatever is thrown is a TroubleError. */
  async guarded<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw TroubleError.of(error);
    }
  }

  /** Makes notices of what changed, and comes back for what an issuer holds back. */
  async watch(): Promise<void> {
    const { vault, now } = this.desk();
    await noteChanges(this.#facts());
    // Also what another window wrote, which was read on the way.
    this.#show();
    this.#callOff();
    const next = nextAsk(vault.contents.pending);
    if (next === undefined) return;
    this.#callOff = this.ports.later(() => void this.#askDue(), Math.max(next - now().getTime(), 0));
  }

  /** @throws TroubleError WALLET_NEW, WALLET_LOCKED */
  desk(): Desk {
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

  /** A desk on what is stored now, for who only looks: it waits for nobody, and another window may have written. */
  async lookingDesk(): Promise<Desk> {
    const desk = this.desk();
    const vault = new Vault(desk.vault.store, () => undefined);
    await vault.load();
    if (vault.contents.profile === undefined)
      throw new TroubleError('WALLET_NEW', 'Another window has deleted the wallet.');
    return { ...desk, vault };
  }

  async #askDue(): Promise<void> {
    await this.withDesk(askDue).catch((error) => {
      if (this.#keys !== undefined) this.#fail(error);
    });
  }

  #opened(): Vault {
    if (this.#vault === undefined) throw new TroubleError('STORAGE_FAILED', 'The wallet has not started.');
    return this.#vault;
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
