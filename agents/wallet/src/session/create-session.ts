import { giveDelegation } from '../delegate/give-delegation.js';
import { invitationLink, readInvitation } from '../delegate/invitation.js';
import { readDelegation } from '../delegate/read-delegation.js';
import { takeDelegation } from '../delegate/take-delegation.js';
import { viewGiven, viewHeld } from '../delegate/views.js';
import { withdrawDelegation } from '../delegate/withdraw-delegation.js';
import { decline, present } from '../present/answer-request.js';
import { previewRequest, type ReadRequest, readRequest } from '../present/read-request.js';
import { acceptOffer } from '../receive/accept-offer.js';
import { previewOffer, type ReadOffer, readOffer } from '../receive/read-offer.js';
import { isNear, refillCopies } from '../receive/refill-copies.js';
import { renewCertificate } from '../receive/renew-certificate.js';
import type { Change } from '../store/stored.js';
import type { Vault } from '../store/vault.js';
import { askIssuers } from './ask-issuers.js';
import type { HistoryPage, NewWallet, Settings, WalletSession, WalletState } from './contract.js';
import { demandRead } from './demand-read.js';
import { backUpWallet, changeSettings, keepWallet, makeWallet, restoreWallet } from './lifecycle.js';
import { Office } from './office.js';
import type { WalletPorts } from './wallet-ports.js';

/** The wallet on what the ports give it. */
export function createSession(ports: WalletPorts): WalletSession {
  return new Session(ports);
}

class Session implements WalletSession {
  #offer: ReadOffer | undefined;
  #request: ReadRequest | undefined;
  /** When a request was read last, in Unix milliseconds. */
  #askedAt = Number.NEGATIVE_INFINITY;
  readonly #office: Office;

  constructor(private readonly ports: WalletPorts) {
    this.#office = new Office(ports);
  }

  readonly state = (): WalletState => this.#office.state;

  readonly subscribe = (listener: () => void): (() => void) => this.#office.subscribe(listener);

  start(): Promise<void> {
    return this.#office.open();
  }

  async setUp(settings: Settings): Promise<NewWallet> {
    const office = this.#office;
    const made = await office.inTurn((vault) => makeWallet(vault, settings, this.ports.passkeys));
    return {
      recoveryCode: made.recoveryCode,
      keep: () => office.inTurn((vault) => keepWallet(vault, made, office.adopt)),
    };
  }

  unlock(): Promise<void> {
    return this.#office.unlock();
  }

  lock(): void {
    this.#offer = undefined;
    this.#request = undefined;
    this.#office.lock();
  }

  changeSettings(change: Partial<Settings>): Promise<void> {
    return this.#office.withDesk((desk) => changeSettings(desk, change, this.ports.passkeys));
  }

  async readOffer(text: string) {
    this.#offer = undefined;
    this.#offer = await this.#office.guarded(() => readOffer(this.#office.desk(), text));
    return previewOffer(this.#offer);
  }

  acceptOffer(txCode: string | undefined): Promise<string> {
    return this.#office.withData(async (desk) => {
      const { id } = await acceptOffer(desk, demandRead(this.#offer), txCode);
      this.#offer = undefined;
      return id;
    });
  }

  async readRequest(text: string) {
    this.#askedAt = this.ports.now().getTime();
    this.#request = undefined;
    const office = this.#office;
    this.#request = await office.guarded(async () => readRequest(await office.lookingDesk(), text));
    return previewRequest(this.#request);
  }

  present(candidate: Parameters<WalletSession['present']>[0]) {
    return this.#office.withDesk(async (desk) => {
      const sent = await present(desk, demandRead(this.#request), candidate);
      this.#request = undefined;
      return sent;
    });
  }

  declineRequest(): Promise<void> {
    return this.#office.withDesk(async (desk) => {
      await decline(desk, demandRead(this.#request));
      this.#request = undefined;
    });
  }

  history(most: number): Promise<HistoryPage> {
    return this.#office.guarded(async () => this.#office.desk().vault.store.readHistory(most));
  }

  refresh({ forRequest = false } = {}): Promise<void> {
    if (forRequest) this.#askedAt = this.ports.now().getTime();
    return this.#office.withDesk(async (desk) => {
      try {
        await this.#office.refreshData(desk);
      } finally {
        await askIssuers(this.#office.desk());
      }
      if (!isNear(this.#askedAt, this.ports.now())) await refillCopies(this.#office.desk());
    });
  }

  renew(certificateId: string): Promise<boolean> {
    return this.#office.withDesk((desk) => renewCertificate(desk, certificateId));
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
    return invitationLink(this.ports.origin, { did: this.#office.desk().keys.did, name });
  }

  readonly readInvitation = readInvitation;

  delegate(wish: Parameters<WalletSession['delegate']>[0]) {
    return this.#office.withDesk(async (desk) =>
      viewGiven(await giveDelegation(desk, wish), this.ports.origin),
    );
  }

  withdraw(delegationId: string): Promise<void> {
    return this.#office.withDesk((desk) => withdrawDelegation(desk, delegationId));
  }

  readDelegation(text: string) {
    return this.#office.withData(async (desk) => {
      const { token, delegation } = await readDelegation(desk, text);
      return viewHeld({ id: delegation.claims.id, token, receivedAt: desk.now().toISOString() }, desk.now());
    });
  }

  acceptDelegation(text: string): Promise<string> {
    return this.#office.withData((desk) => takeDelegation(desk, text));
  }

  removeHeld(id: string): Promise<void> {
    return this.#change(() => ({ remove: { held: [id] } }));
  }

  backup(): Promise<Uint8Array> {
    return this.#office.withDesk(backUpWallet);
  }

  restore(file: Uint8Array, recoveryCode: string): Promise<void> {
    return this.#office.inTurn(async (vault) => {
      await restoreWallet(vault, file, recoveryCode, this.#office.adopt);
      await this.#office.watch();
    });
  }

  async wipe(): Promise<void> {
    await this.#office.wipe();
    this.#offer = undefined;
    this.#request = undefined;
  }

  #change(make: (vault: Vault) => Change): Promise<void> {
    return this.#office.withDesk(({ vault }) => vault.change(make(vault)));
  }
}
