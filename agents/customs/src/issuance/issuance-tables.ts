import type { CredentialConfiguration, NotificationEvent } from '@eslabon/exchange';
import { EntitySchema } from 'typeorm';

/** An offer and whatever follows from it. Secrets stand here only as hashes; instants as texts that sort by time. */
export interface IssuanceSessionRow {
  sequence: number;
  id: string;
  certificateId: string;
  /** Of the last part of the address under which a wallet fetches the offer. */
  referenceHash: string;
  codeHash: string;
  txCodeHash: string;
  /** Wrong transaction codes that are still allowed. */
  attempts: number;
  /**
   * `open`: nobody took it up; `redeemed`: its code was turned into a token; `void`: too many wrong codes; `withdrawn`: an
   * officer took it back before; `ended`: no token of it is good any more.
   */
  state: 'open' | 'redeemed' | 'void' | 'withdrawn' | 'ended';
  tokenHash: string | null;
  /** Thumbprint of the key that the token is bound to (RFC 9449). */
  tokenKey: string | null;
  tokenExpiresAt: string | null;
  /** Of the part that all refresh tokens of the session have in common. */
  refreshFamily: string | null;
  /** Of the one refresh token that is good. */
  refreshHash: string | null;
  refreshExpiresAt: string | null;
  /** E-mails that it was sent by. */
  mails: number;
  createdBy: string;
  createdAt: string;
  /** Of the offer. */
  expiresAt: string;
}

export const issuanceSessionTable = new EntitySchema<IssuanceSessionRow>({
  name: 'issuance_session',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    certificateId: { type: 'text' },
    referenceHash: { type: 'text' },
    codeHash: { type: 'text' },
    txCodeHash: { type: 'text' },
    attempts: { type: 'integer' },
    state: { type: 'text' },
    tokenHash: { type: 'text', nullable: true },
    tokenKey: { type: 'text', nullable: true },
    tokenExpiresAt: { type: 'text', nullable: true },
    refreshFamily: { type: 'text', nullable: true },
    refreshHash: { type: 'text', nullable: true },
    refreshExpiresAt: { type: 'text', nullable: true },
    mails: { type: 'integer', default: 0 },
    createdBy: { type: 'text' },
    createdAt: { type: 'text' },
    expiresAt: { type: 'text' },
  },
});

/** A copy of a certificate that a session was asked for, and the holder whose key it is bound to. Never swept. */
export interface IssuanceGrantRow {
  sequence: number;
  sessionId: string;
  certificateId: string;
  configuration: CredentialConfiguration;
  /** did:jwk. */
  holder: string;
  /** Thumbprint of its key (RFC 7638), which has but one. */
  holderKey: string;
  state: 'deferred' | 'issued';
  /** Of the request that it was last given out by, or waits for: a request may be for copies for several keys. */
  batch: string;
  /** On the first copy of its batch, as is the next. */
  transactionHash: string | null;
  notificationId: string | null;
  credentialId: string | null;
  createdAt: string;
  issuedAt: string | null;
  /** What the wallet said became of it. */
  event: NotificationEvent | null;
  eventAt: string | null;
}

export const issuanceGrantTable = new EntitySchema<IssuanceGrantRow>({
  name: 'issuance_grant',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    sessionId: { type: 'text' },
    certificateId: { type: 'text' },
    configuration: { type: 'text' },
    holder: { type: 'text' },
    holderKey: { type: 'text', nullable: true },
    state: { type: 'text' },
    batch: { type: 'text', nullable: true },
    transactionHash: { type: 'text', nullable: true },
    notificationId: { type: 'text', nullable: true },
    credentialId: { type: 'text', nullable: true },
    createdAt: { type: 'text' },
    issuedAt: { type: 'text', nullable: true },
    event: { type: 'text', nullable: true },
    eventAt: { type: 'text', nullable: true },
  },
});

/**
 * A nonce or DPoP proof that was used, until it would be too old anyway; or a use of something that has so many within a
 * time.
 */
export interface IssuanceUsedRow {
  hash: string;
  expiresAt: string;
}

export const issuanceUsedTable = new EntitySchema<IssuanceUsedRow>({
  name: 'issuance_used',
  columns: { hash: { type: 'text', primary: true }, expiresAt: { type: 'text' } },
});
