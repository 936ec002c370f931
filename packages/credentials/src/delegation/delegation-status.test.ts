import { EslabonError } from '@eslabon/core';
import { hostileCopies } from '@eslabon/core/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDidJwk } from '../did-jwk/format-did-jwk.js';
import { tokenStatusAt } from '../status-list/token-status-list.js';
import { createStatusListToken } from '../status-list-token/create-status-list-token.js';
import { readStatusListToken } from '../status-list-token/read-status-list-token.js';
import {
  company,
  companyDid,
  delegation,
  driver,
  now,
  status,
  statusList,
  statusListUri,
} from '../testing/delegations.fixture.js';
import { testKey } from '../testing/keys.fixture.js';
import { rawToken } from '../testing/tokens.fixture.js';
import { parseDelegation } from './parse-delegation.js';
import { verifyDelegationStatus } from './verify-delegation-status.js';
import { verifyDelegationStatusList } from './verify-delegation-status-list.js';

const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });
const entry = { type: 'AeoDelegationStatusEntry', ...status } as const;
const asked = { company: companyDid, status: entry };
const statusAt = (list: string, at = now, of = asked, skewSeconds = 60) =>
  verifyDelegationStatus(of, list, { at, skewSeconds });

/** A list by the company of entries of any size: other wallets make theirs otherwise. */
const listOf = (bits: 1 | 2 | 4 | 8, bytes: Uint8Array, change: object = {}) =>
  createStatusListToken({
    ...{ list: { bits, bytes }, subject: statusListUri, issuedAt: now },
    signer: { algorithm: 'ES256', kid: `${companyDid}#0`, sign: company.sign },
    ...change,
  });

describe('createDelegationStatusList', () => {
  it('says of each of 131,072 delegations whether it is withdrawn, and of no more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(131_071), { maxLength: 40 }), async (withdrawn) => {
        const { list } = readStatusListToken(await statusList({ withdrawn }));
        expect(list.bytes).toHaveLength(16_384);
        for (const index of withdrawn) expect(tokenStatusAt(list, index)).toBe(1);
        const set = list.bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
        expect(set).toBe(withdrawn.length);
      }),
      { numRuns: 30 },
    );
  });

  it('is short, whatever is withdrawn in a day, and read by whoever knows the standard', async () => {
    const text = await statusList({ withdrawn: [0, 7, 131_071], expiresAt: now + 60 });
    expect(text.length).toBeLessThan(1_200);
    expect(readStatusListToken(text)).toMatchObject({
      ...{ subject: statusListUri, issuer: companyDid, kid: `${companyDid}#0` },
      ...{ issuedAt: now, expiresAt: now + 60, list: { bits: 1 } },
    });
  });

  it.each([-1, 131_072, 0.5, Number.NaN])('refuses the index %p', async (index) => {
    await expect(statusList({ withdrawn: [index] })).rejects.toThrow(refused('STATUS_LIST_RANGE'));
  });

  it('refuses to make what nobody would read', async () => {
    const withdrawn = Array.from({ length: 131_072 }, (_, at) => at).filter((at) => (at * at) % 7 > 3);
    const noise = withdrawn.filter((at) => ((at * 2_654_435_761) >>> 7) % 2 === 0);
    const every = Array.from({ length: 60_000 }, (_, at) => (at * 7_919 + ((at * at) % 131)) % 131_072);
    await expect(statusList({ withdrawn: [...noise, ...every] })).rejects.toThrow(
      refused('CREDENTIAL_TOO_LARGE'),
    );
  });
});

describe('verifyDelegationStatus', () => {
  it('says whether the company withdrew the delegation, and since when that is known', async () => {
    expect(statusAt(await statusList())).toEqual({ withdrawn: false, issuedAt: now });
    expect(statusAt(await statusList({ withdrawn: [6, 8] })).withdrawn).toBe(false);
    expect(statusAt(await statusList({ withdrawn: [7] })).withdrawn).toBe(true);
  });

  it.each([2, 4, 8] as const)(
    'reads entries of %d bits: whatever is not valid is withdrawn',
    async (bits) => {
      const withValue = (value: number) => {
        const bytes = new Uint8Array(16);
        bytes[Math.floor((7 * bits) / 8)] = value << ((7 * bits) % 8);
        return listOf(bits, bytes);
      };
      expect(statusAt(await withValue(0)).withdrawn).toBe(false);
      for (const value of [1, 2, 3]) expect(statusAt(await withValue(value)).withdrawn).toBe(true);
    },
  );

  it('allows a list as old as the company does, and as new as clocks differ', async () => {
    const list = await statusList();
    for (const at of [now + 3_660, now - 60]) expect(statusAt(list, at).withdrawn).toBe(false);
    for (const at of [now + 3_661, now - 61]) {
      expect(() => statusAt(list, at)).toThrow(refused('CREDENTIAL_OUT_OF_DATE'));
    }
    const shorter = await statusList({ expiresAt: now + 600 });
    expect(statusAt(shorter, now + 659).withdrawn).toBe(false);
    expect(() => statusAt(shorter, now + 660)).toThrow(refused('CREDENTIAL_OUT_OF_DATE'));
  });

  it('knows nothing from a list that is too old, also that it was withdrawn', async () => {
    const list = await statusList({ withdrawn: [7] });
    expect(() => statusAt(list, now + 86_400)).toThrow(refused('CREDENTIAL_OUT_OF_DATE'));
  });

  it('knows nothing from a list of another, by another or without the entry', async () => {
    const other = formatDidJwk(driver.publicKey);
    const named = { algorithm: 'ES256', kid: `${companyDid}#0`, sign: driver.sign } as const;
    for (const [code, list] of [
      ['STATUS_LIST_MALFORMED', await statusList({ statusListUri: 'https://agent.example/other' })],
      ['CREDENTIAL_KEY_UNKNOWN', await statusList({ company: other, sign: driver.sign })],
      [
        'CREDENTIAL_KEY_UNKNOWN',
        await listOf(1, new Uint8Array(1), { signer: { ...named, kid: undefined } }),
      ],
      ['CREDENTIAL_SIGNATURE_INVALID', await listOf(1, new Uint8Array(1), { signer: named })],
      ['STATUS_LIST_MALFORMED', await listOf(1, new Uint8Array(1), { issuer: other })],
      ['STATUS_LIST_RANGE', await listOf(1, new Uint8Array(0))],
      ['STATUS_LIST_RANGE', await listOf(8, new Uint8Array(7))],
      ['STATUS_LIST_TOO_LARGE', await listOf(8, new Uint8Array(131_073))],
      ['CREDENTIAL_TOO_LARGE', 'x'.repeat(16_385)],
      ['CREDENTIAL_MALFORMED', 'x'],
      ['STATUS_LIST_MALFORMED', await delegation()],
    ] as const) {
      expect(() => statusAt(list)).toThrow(refused(code));
    }
  });

  it('does not take a list under the name of another algorithm', async () => {
    const key = testKey('ES256K');
    const signer = { algorithm: 'ES256K', kid: `${companyDid}#0`, sign: key.sign };
    const list = await listOf(1, new Uint8Array(1), { signer });
    expect(() => statusAt(list)).toThrow(refused('CREDENTIAL_SIGNATURE_INVALID'));
  });

  it('asks the verifier that it is given', async () => {
    const list = await statusList();
    expect(() => verifyDelegationStatus(asked, list, { at: now, verify: () => false })).toThrow(
      refused('CREDENTIAL_SIGNATURE_INVALID'),
    );
  });

  it('has a code for every hostile value, and for every list with a character changed', async () => {
    const list = await statusList();
    const [header, payload] = list
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    for (const { place, copy } of hostileCopies({ header, payload })) {
      const parts = copy as { header: object; payload: object };
      const made = await rawToken(company, parts.header, parts.payload);
      expect([place, thrownBy(() => statusAt(made))]).toEqual([place, EslabonError]);
    }
    fc.assert(
      fc.property(fc.nat(list.length - 1), fc.constantFrom(...'Ab9_.'), (at, character) => {
        fc.pre(list[at] !== character);
        expect(thrownBy(() => statusAt(list.slice(0, at) + character + list.slice(at + 1)))).toBe(
          EslabonError,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('verifyDelegationStatusList', () => {
  it('is for whoever keeps lists: theirs, by that company, of now', async () => {
    const list = await statusList({ withdrawn: [1] });
    const of = { company: companyDid, statusListUri, at: now };
    expect(verifyDelegationStatusList(list, of)).toMatchObject({ subject: statusListUri, issuedAt: now });
    expect(() => verifyDelegationStatusList(list, { ...of, company: 'did:jwk:e30x' })).toThrow(
      refused('DID_INVALID'),
    );
    expect(() => verifyDelegationStatusList(list, { ...of, at: now - 61 })).toThrow(
      refused('CREDENTIAL_OUT_OF_DATE'),
    );
  });

  it('is what the status of a delegation is read with', async () => {
    const parsed = parseDelegation(await delegation());
    expect(parsed.status).toEqual(entry);
    expect(statusAt(await statusList(), now, parsed as typeof asked).withdrawn).toBe(false);
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as Error).constructor;
  }
  return undefined;
}
