import type { Purpose, PurposeKind, Verdict } from '@eslabon/core';

/** What went wrong: a code of EslabonError or of the standards, or one of the wallet's own, and a sentence in English. */
export interface Trouble {
  code: string;
  message: string;
}

export interface Settings {
  language?: 'es' | 'pt' | 'en' | undefined;
  /** What the person calls this device, such as “Laptop of the export desk”. */
  deviceName: string;
  /** Whether a passkey is asked for before keys are used. */
  passkey: boolean;
}

/** Where a certificate is recognised: one arrangement in force with its partner countries. */
export interface Recognition {
  country: string;
  arrangement: { id: number; label: string };
  /** Roles of the certificate that it covers. */
  roles: readonly string[];
}

export type CertificateState =
  | 'active'
  | 'suspended'
  | 'revoked'
  | 'expired'
  | 'not-yet-valid'
  /** There are no data, or data that are too old to say. */
  | 'unknown';

export interface CertificateView {
  /** Local identifier. */
  id: string;
  certificateNumber: string;
  certificateType: string;
  operatorRoles: readonly string[];
  legalName: string;
  tin: { country: string; number: string };
  issuer: { did: string; name: string; country: string; url: string };
  validFrom: string;
  validUntil?: string | undefined;
  receivedAt: string;
  state: CertificateState;
  /** Sentence of the verifier on the state, in the languages of the wallet. */
  verdict?: Verdict | undefined;
  recognitions: readonly Recognition[];
}

export type NoticeKind =
  | 'expires-soon'
  | 'expired'
  | 'suspended'
  | 'revoked'
  | 'reinstated'
  | 'renewed'
  | 'data-old';

export interface Notice {
  id: string;
  kind: NoticeKind;
  certificateId?: string | undefined;
  at: string;
  seen: boolean;
}

/** One claim that a presentation discloses, in words that the screens name. */
export interface DisclosedClaim {
  /** Path in the certificate, such as `tin`, `certificate.certificateType`. */
  path: string;
  value: string;
}

export interface HistoryEntry {
  id: string;
  at: string;
  verifier: { clientId: string; name?: string | undefined; country?: string | undefined; host: string };
  purpose?: Purpose | undefined;
  certificateNumber: string;
  /** Paths of what was disclosed. */
  disclosed: readonly string[];
  /** Whether it was presented as delegate. */
  delegated: boolean;
  outcome: 'presented' | 'declined' | 'refused';
  /** Of the verifier, when it refused. */
  trouble?: Trouble | undefined;
}

/** The newest entries of the history, newest first, of all that there are. */
export interface HistoryPage {
  entries: readonly HistoryEntry[];
  total: number;
}

/** A delegation that this company gave. */
export interface GivenDelegation {
  id: string;
  certificateId: string;
  delegate: { did: string; name: string };
  purposes: readonly PurposeKind[];
  references: readonly string[];
  validFrom: string;
  validUntil: string;
  withdrawnAt?: string | undefined;
  /** The company's status list could not be published since it was given or withdrawn. Each refresh tries again. */
  unpublished: boolean;
  /** Whether anything but its end can take it back. */
  withdrawable: boolean;
  /** Link for the delegate's wallet. */
  link: string;
}

/** A delegation that this device holds for a company. */
export interface HeldDelegation {
  id: string;
  legalName: string;
  certificateNumber: string;
  purposes: readonly PurposeKind[];
  references: readonly string[];
  validFrom: string;
  validUntil: string;
  state: 'valid' | 'not-yet-valid' | 'expired' | 'withdrawn';
}

export interface OfferPreview {
  issuer: { url: string; name: string };
  /** Present when the offer needs a transaction code. */
  txCode?: { length?: number | undefined; numeric: boolean; description?: string | undefined } | undefined;
}

/** Something held that would answer a request. */
export interface Candidate {
  kind: 'certificate' | 'delegation';
  /** Of the certificate or held delegation. */
  id: string;
  label: string;
  /** Of a certificate. Those that count come first. */
  state?: CertificateState | undefined;
  /** Exactly what the verifier would learn. */
  disclosed: readonly DisclosedClaim[];
  /** Paths of what stays here. */
  withheld: readonly string[];
  /** Whether the key that goes with a certificate is not new: who has seen it can tell that it is the same device. */
  linkable: boolean;
}

export interface RequestPreview {
  verifier: {
    clientId: string;
    /** An authority that the own data know: its name and country are proven. */
    authority?: { name: string; country: string } | undefined;
    host: string;
  };
  purpose?: Purpose | undefined;
  expiresAt?: string | undefined;
  /** Empty when nothing held answers the request; `missing` then says what was asked for. */
  candidates: readonly Candidate[];
  missing?: string | undefined;
}

export interface DelegationWish {
  certificateId: string;
  delegate: { did: string; name: string };
  purposes: readonly PurposeKind[];
  references: readonly string[];
  validFrom: Date;
  validUntil: Date;
  /** Seconds after which a verifier wants a newer word of the company; absent: no status, the dates alone. */
  statusMaxAge?: number | undefined;
}

/** A certificate that was asked for and is not given out yet: the wallet keeps asking, across restarts. */
export interface PendingCertificate {
  /** Local id; the certificate has it when it comes. */
  id: string;
  issuer: { url: string; name: string };
  /** ISO 8601. */
  since: string;
  /** Why it did not come the last time, where that was not only “wait”. */
  trouble?: Trouble | undefined;
}

export interface ReadyState {
  phase: 'ready';
  settings: Settings;
  /** did:jwk of this device. */
  did: string;
  certificates: readonly CertificateView[];
  pending?: readonly PendingCertificate[];
  given: readonly GivenDelegation[];
  held: readonly HeldDelegation[];
  notices: readonly Notice[];
  /** The data that states and recognitions come from. */
  data:
    | { state: 'none'; trouble?: Trouble | undefined }
    | { state: 'open'; blockTime: string; trouble?: Trouble | undefined };
}

export type WalletState =
  | { phase: 'starting' }
  /** Nothing here yet. */
  | { phase: 'new' }
  /** A passkey is needed. */
  | { phase: 'locked'; settings: Settings }
  | ReadyState
  | { phase: 'failed'; trouble: Trouble }
  | { phase: 'wiped' };

/** A wallet that is made, and not stored yet: without its recovery code nobody could open its backups. */
export interface NewWallet {
  /** Is shown once. */
  recoveryCode: string;
  /** Stores it. */
  keep(): Promise<void>;
}

/**
 * The wallet, without its screens. A change is stored first and shown then. Every method rejects with a TroubleError
 * whose code the screens have words for.
 */
export interface WalletSession {
  state(): WalletState;
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  /** Makes the key of this device. There is no wallet before somebody has said that the recovery code is kept. */
  setUp(settings: Settings): Promise<NewWallet>;
  unlock(): Promise<void>;
  lock(): void;
  changeSettings(change: Partial<Settings>): Promise<void>;

  readOffer(text: string): Promise<OfferPreview>;
  /** Takes up the offer read last. @returns local id of the certificate, which may be in `pending` at first */
  acceptOffer(txCode: string | undefined): Promise<string>;

  readRequest(text: string): Promise<RequestPreview>;
  /** Answers the request read last with one of its candidates. */
  present(candidate: Pick<Candidate, 'kind' | 'id'>): Promise<{ redirectUri?: string | undefined }>;
  declineRequest(): Promise<void>;
  /** The newest of what was presented, declined or refused. @param most how many of it are read */
  history(most: number): Promise<HistoryPage>;

  /**
   * Fetches the newest data; makes notices of what changed. Gets new copies where they run short, unless it is done for
   * a request: the issuer is to learn nothing of when something is presented.
   */
  refresh(options?: { forRequest?: boolean }): Promise<void>;
  /** Asks the issuer for the certificate as it is now, and for new copies. @returns whether something changed */
  renew(certificateId: string): Promise<boolean>;
  removeCertificate(certificateId: string): Promise<void>;
  markNoticesSeen(): Promise<void>;

  /** The link with which a driver or broker gives its key to a company. */
  invitation(name: string): string;
  readInvitation(text: string): { did: string; name: string };
  delegate(wish: DelegationWish): Promise<GivenDelegation>;
  withdraw(delegationId: string): Promise<void>;
  /** What the link of a company would let this device do. Nothing is kept. */
  readDelegation(text: string): Promise<HeldDelegation>;
  /** Takes a delegation from the link of the company. @returns its id */
  acceptDelegation(text: string): Promise<string>;
  removeHeld(delegationId: string): Promise<void>;

  /** The encrypted backup of everything, keys included. */
  backup(): Promise<Uint8Array>;
  restore(file: Uint8Array, recoveryCode: string): Promise<void>;
  /** Deletes everything on this device. */
  wipe(): Promise<void>;
}
