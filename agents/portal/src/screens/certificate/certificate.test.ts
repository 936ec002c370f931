import { chainWriteStateSchema, type HistoryEntry, historyEntrySchema } from '@eslabon/client/contract';
import { statusReasonSchema } from '@eslabon/core';
import { formatInstant } from '@eslabon/ui/format';
import { describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import { en } from '../../words/en.js';
import { chainWord } from './chain-word.js';
import { historyDetails } from './history-details.js';
import { isUnderWay } from './is-under-way.js';

const at = '2026-03-01T12:00:00.000Z';
const entry = (event: HistoryEntry['event'], data: HistoryEntry['data']): HistoryEntry => ({
  ...{ sequence: 1, at, actor: 'Ana', event, data },
});
const confirmed = (action: string, blockNumber: number) =>
  entry('STATUS_CONFIRMED', { change: 'x', action, blockNumber, transaction: `0x${blockNumber}` });

describe('chainWord', () => {
  it('is that of the last change that the chain confirmed', () => {
    const history = [
      confirmed('suspend', 7),
      confirmed('reinstate', 9),
      entry('STATUS_DECIDED', { action: 'revoke' }),
    ];
    expect(chainWord(history)).toEqual({
      ...{ status: 'active', entry: { blockNumber: 9, transaction: '0x9', at } },
    });
    expect(chainWord(history.slice(0, 1)).status).toBe('suspended');
    expect(chainWord([confirmed('revoke', 7)]).status).toBe('revoked');
  });

  it('is nothing before', () => {
    expect(chainWord([entry('ISSUED', {}), entry('STATUS_FAILED', { code: 'CHAIN_REVERTED' })])).toEqual({
      status: 'active',
    });
  });
});

describe('isUnderWay', () => {
  it.each(chainWriteStateSchema.options)('%s', (state) => {
    expect(isUnderWay(state)).toBe(state === 'queued' || state === 'sent');
  });
});

describe('historyDetails', () => {
  const i18n = createInstance();
  void i18n.init({
    ...{ lng: 'en', initAsync: false, resources: { en: { translation: en } } },
    interpolation: { escapeValue: false },
  });
  const instant = (at: string) => formatInstant(at, 'en', '-05:00');
  const told = (event: HistoryEntry['event'], data: HistoryEntry['data']) =>
    historyDetails({ t: i18n.t, language: 'en', instant }, entry(event, data));

  it('tells of a decision what, why, by which paper and from when', () => {
    const decision = { reference: 'RI-7', date: '2026-02-03' };
    const data = { change: 'id', action: 'suspend', reason: 'OBLIGATION_BREACH', decision };
    expect(told('STATUS_DECIDED', data)).toEqual([
      ...['Suspension', 'Reason: breach of an obligation', 'Decision RI-7 of 3 Feb 2026'],
    ]);
    expect(told('STATUS_DECIDED', { ...data, effectiveAt: at })[3]).toMatch(/^Takes effect: 1 Mar 2026/);
  });

  it('tells of other events what a person wants to know, and no ids', () => {
    expect(told('ISSUED', { list: 1, index: 2 })).toEqual([]);
    expect(told('REJECTED', { note: 'Wrong address' })).toEqual(['Note: Wrong address']);
    const renewal = {
      renewal: 'id',
      decisionDate: '2026-01-01',
      validUntil: '2030-01-01',
      operatorRoles: ['EX', 'IM'],
    };
    expect(told('RENEWED', renewal)).toEqual(['Last day: 1 Jan 2030', 'Roles: exporter, importer']);
    expect(told('EMAILED', { offer: 'id', to: 'a@example.org', language: 'es' })).toEqual([
      'To a@example.org',
    ]);
    expect(told('EMAIL_FAILED', { to: 'a@example.org', code: 'MAIL_REFUSED' })[1]).toBe(
      en.trouble.MAIL_REFUSED,
    );
    expect(told('RECEIVED', { copies: [{}, {}] })).toEqual(['2 copies']);
    expect(told('RECEIVED', { holder: 'did:jwk:x', credentialId: 'urn:x' })).toEqual([]);
    expect(told('STATUS_CONFIRMED', confirmed('revoke', 1234).data)).toEqual(['Revocation', 'Block 1,234']);
  });

  it('leaves out what is not as it should be', () => {
    const odd = {
      action: 'erase',
      reason: 7,
      decision: null,
      effectiveAt: 1,
      note: {},
      validUntil: 2,
      to: [],
    };
    expect(
      told('STATUS_DECIDED', { ...odd, operatorRoles: ['??'], copies: 3, blockNumber: 'x', code: 1 }),
    ).toEqual([]);
  });

  it('every event and every reason has words', () => {
    expect(Object.keys(en.history.event).sort()).toEqual([...historyEntrySchema.shape.event.options].sort());
    expect(Object.keys(en.reason).sort()).toEqual([...statusReasonSchema.options].sort());
  });
});
