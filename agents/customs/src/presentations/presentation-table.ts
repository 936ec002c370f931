import type { Presentation, PresentationRequest } from '@eslabon/client/contract';
import type { Purpose, Verdict } from '@eslabon/core';
import { EntitySchema } from 'typeorm';

/** What a wallet is asked for besides what every verdict needs. */
type Wanted = Pick<PresentationRequest, 'types' | 'roles' | 'disclose'>;

/** A request to present, and what became of it. Instants are texts that sort by time. */
export interface PresentationRow {
  sequence: number;
  id: string;
  /** Of the last part of the addresses that wallets use. */
  referenceHash: string;
  /** `fetched`: a wallet has the request. Whether it has expired follows from `expiresAt`. */
  state: 'open' | 'fetched' | 'answered' | 'declined';
  purpose: Purpose;
  wanted: Wanted;
  clientId: string;
  responseMode: PresentationRequest['responseMode'];
  nonce: string;
  /** The parameter of that name, which an answer repeats. */
  stateValue: string;
  /** Private key that answers are encrypted to, sealed; gone when nothing can be answered any more. */
  encryptionKey: string | null;
  /** API key that asked, by id and name. */
  createdBy: string;
  createdByName: string;
  createdAt: string;
  expiresAt: string;
  answeredAt: string | null;
  /** The `vp_token` of the answer that was accepted, as received. */
  presented: object | null;
  verdict: Verdict | null;
  disclosed: Presentation['disclosed'] | null;
  delegate: Presentation['delegate'] | null;
  refusals: Presentation['refusals'];
}

export const presentationTable = new EntitySchema<PresentationRow>({
  name: 'presentation',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    referenceHash: { type: 'text' },
    state: { type: 'text' },
    purpose: { type: 'simple-json' },
    wanted: { type: 'simple-json' },
    clientId: { type: 'text' },
    responseMode: { type: 'text' },
    nonce: { type: 'text' },
    stateValue: { type: 'text' },
    encryptionKey: { type: 'text', nullable: true },
    createdBy: { type: 'text' },
    createdByName: { type: 'text' },
    createdAt: { type: 'text' },
    expiresAt: { type: 'text' },
    answeredAt: { type: 'text', nullable: true },
    presented: { type: 'simple-json', nullable: true },
    verdict: { type: 'simple-json', nullable: true },
    disclosed: { type: 'simple-json', nullable: true },
    delegate: { type: 'simple-json', nullable: true },
    refusals: { type: 'simple-json' },
  },
});
