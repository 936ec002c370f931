import type { Checkpoint, TrustAnchor } from '@eslabon/bundle';
import type { PurposeKind } from '@eslabon/core';
import type { StoredCopyKey } from '../keys/copy-keys.js';
import type { StoredKeys } from '../keys/stored-keys.js';
import type {
  CertificateState,
  HistoryEntry,
  HistoryPage,
  Notice,
  Settings,
  Trouble,
} from '../session/contract.js';

/** What makes the browser's storage a wallet: there is one, or none. */
export interface Profile {
  settings: Settings;
  keys: StoredKeys;
}

/** What asks an issuer for the certificate as it is now (RFC 6749 §6). */
export interface Renewal {
  refreshToken: string;
  /** Whether it counts only with a proof of the device's key: then it is good for new keys too. */
  isBound: boolean;
}

/** A copy of a certificate for one key, for presentations. */
export interface StoredCopy {
  key: StoredCopyKey;
  token: string;
  /** ISO 8601; when it was shown last. Absent: nobody has seen its key. */
  shownAt?: string | undefined;
}

export interface StoredIssuer {
  /** Credential Issuer Identifier. */
  url: string;
  name: string;
}

export interface StoredCertificate {
  id: string;
  /** As received, with every disclosure; bound to the device's own key. Delegations carry this one. */
  token: string;
  /** For presentations. None: the issuer gives one at a time. Absent: it was not asked yet, as by an older wallet. */
  copies?: readonly StoredCopy[] | undefined;
  issuer: StoredIssuer;
  /** Under which configuration of the issuer it was received. */
  configuration: string;
  /** ISO 8601. */
  receivedAt: string;
  renewal?: Renewal | undefined;
  /** The state that was shown last: notices are made of what changes. */
  shownState?: CertificateState | undefined;
}

/** Asked for, and not given out yet (OpenID4VCI 1.0 §9). */
export interface StoredPending {
  id: string;
  issuer: StoredIssuer;
  configuration: string;
  transactionId: string;
  accessToken: string;
  isBound: boolean;
  renewal?: Renewal | undefined;
  /** Of the copies that were asked for with it. */
  copyKeys?: readonly StoredCopyKey[] | undefined;
  /** ISO 8601. */
  since: string;
  /** Unix milliseconds. */
  askAt: number;
  trouble?: Trouble | undefined;
}

/** A delegation that this company gave. */
export interface StoredGiven {
  id: string;
  certificateId: string;
  delegate: { did: string; name: string };
  purposes: readonly PurposeKind[];
  references: readonly string[];
  /** ISO 8601. */
  validFrom: string;
  validUntil: string;
  /** Empty when it is long over. */
  token: string;
  /** Its entry in the company's status list. */
  status?: { uri: string; index: number } | undefined;
  /** ISO 8601. */
  withdrawnAt?: string | undefined;
  unpublished: boolean;
}

/** A delegation that this device may use. */
export interface StoredHeld {
  id: string;
  token: string;
  /** ISO 8601. */
  receivedAt: string;
  /** The newest status list of the company. */
  statusList?: string | undefined;
}

/** A status list that this company publishes. */
interface StoredList {
  /** Its address. */
  id: string;
  /** Unix seconds of the latest one that was made: the next one is later. */
  issuedAt: number;
}

/** The network's data, as they were proven last. */
export interface StoredData {
  bundle: Uint8Array;
  anchor: TrustAnchor;
  etag?: string | undefined;
  /** Unix seconds. What it stands on was within its trusting period then. */
  openedAt: number;
  /** The checkpoint it was proven from, where that is a later one than the anchor's. */
  openedFrom?: Checkpoint | undefined;
}

/** Everything that there may be many of, by table. Every row has an `id`. */
export interface Tables {
  certificates: StoredCertificate;
  pending: StoredPending;
  given: StoredGiven;
  held: StoredHeld;
  lists: StoredList;
  history: HistoryEntry;
  notices: Notice;
}

export type Table = keyof Tables;

export const tables = [
  'certificates',
  'pending',
  'given',
  'held',
  'lists',
  'history',
  'notices',
] as const satisfies readonly Table[];

export type Rows = { [T in Table]: readonly Tables[T][] };

/** What is in memory while the wallet is open: all but the history, which grows with every presentation. */
export interface Stored extends Omit<Rows, 'history'> {
  profile?: Profile | undefined;
}

/** What is written in one go: all of it, or nothing. */
export interface Change {
  profile?: Profile;
  put?: Partial<Rows>;
  remove?: Partial<Record<Table, readonly string[]>>;
}

/** Everything that the wallet keeps. Every method rejects with a TroubleError of code STORAGE_…. */
export interface Store {
  read(): Promise<Stored>;
  /** The newest entries of the history. @param most how many; all of them unless given */
  readHistory(most?: number): Promise<HistoryPage>;
  /** Whether the history has an entry of the time from one instant to another, both ISO 8601 in UTC. */
  hasHistory(from: string, to: string): Promise<boolean>;
  write(change: Change): Promise<void>;
  readData(): Promise<StoredData | undefined>;
  writeData(data: StoredData): Promise<void>;
  /** Deletes everything. */
  wipe(): Promise<void>;
}
