import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { chainStatusEntry, type StatusAction } from '@eslabon/core';
import { parseCompactJws } from '@eslabon/credentials';
import type { JsonObject } from '@eslabon/data-integrity';
import { documentLoader } from '@eslabon/data-integrity/testing';
import { verifyCredential } from '@eslabon/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { type Authority, startAuthority } from './authority.js';
import { foreignVerifier } from './foreign-verifier.js';
import { credentialOf, envelope, startWorld, type World } from './world.js';

let world: World;
let authority: Authority;

beforeAll(async () => {
  world = await startWorld({ pollMs: 40 });
  authority = await startAuthority(world);
});

afterAll(() => world.server.stop());

/** What the chain says, by the verifier that reads it. */
async function byChain(token: string): Promise<string> {
  const verdict = await createVerdict(token);
  const code = verdict.checks.find(({ id }) => id === 'status')?.code ?? '';
  return code.replace('STATUS_', '').toLowerCase();
}

async function createVerdict(token: string) {
  return authority.supervisor.verifyCredential({ body: { presented: token } });
}

/** What the lists say. */
async function byLists(token: string): Promise<string> {
  const { checks } = await verifyCredential(envelope(token), {}, foreignVerifier(world));
  const titles = checks.flatMap(({ problems }) => problems.map(({ title }) => title));
  if (titles.length === 0) return 'active';
  expect(titles.every((title) => title === 'STATUS_REVOKED' || title === 'STATUS_SUSPENDED')).toBe(true);
  return titles.includes('STATUS_REVOKED') ? 'revoked' : 'suspended';
}

/** What the Token Status List says, read by an independent library. */
async function byTokenList(list: number, index: number): Promise<string> {
  const { text } = await world.get(`/status-lists/${list}/token`);
  const status = getListFromStatusListJWT(text).getStatus(index);
  return ['active', 'revoked', 'suspended'][status] ?? `status ${status}`;
}

describe('§3 a certificate', () => {
  it('has entries of both lists beside that of the chain, and the lists exist before it is handed over', async () => {
    const view = await authority.issueCertificate();
    const { credentialStatus } = parseCompactJws(await authority.tokenOf(view)).payload as {
      credentialStatus: JsonObject[];
    };
    const { list, index } = view.statusEntry as { list: number; index: number };
    expect(credentialStatus).toEqual([
      expect.objectContaining({ type: 'EslabonStatusEntry', list, index }),
      ...(['revocation', 'suspension'] as const).map((statusPurpose) => ({
        type: 'BitstringStatusListEntry',
        statusPurpose,
        statusListIndex: `${index}`,
        statusListCredential: `${world.server.url}/status-lists/${list}/${statusPurpose}`,
      })),
    ]);
    for (const { statusListCredential } of credentialStatus.slice(1)) {
      expect(await world.get(String(statusListCredential))).toMatchObject({ status: 200 });
    }
  });

  it('gets the same answer from a foreign verifier with HTTP alone as from one with the chain: for active, suspended, revoked, after each change', async () => {
    const [view, other] = [await authority.issueCertificate(), await authority.issueCertificate()];
    const [token, otherToken] = [await authority.tokenOf(view), await authority.tokenOf(other)];
    const { list, index } = view.statusEntry as { list: number; index: number };
    const all = async () => [await byChain(token), await byLists(token), await byTokenList(list, index)];
    expect(await all()).toEqual(['active', 'active', 'active']);
    const steps: [StatusAction, string][] = [
      ['suspend', 'suspended'],
      ['reinstate', 'active'],
      ['suspend', 'suspended'],
      ['revoke', 'revoked'],
    ];
    for (const [action, expected] of steps) {
      await authority.decide(view, action);
      expect(await all()).toEqual([expected, expected, expected]);
      const answer = await world.verify(envelope(token));
      expect(answer.status).toBe(expected === 'active' ? 200 : 400);
      // The library of another make reads the same bits.
      const { credentialStatus } = parseCompactJws(token).payload as { credentialStatus: JsonObject[] };
      const asked = await checkStatus({
        credential: {
          ...credentialOf(String(world.server.agent.parts.keys.did)),
          credentialStatus: credentialStatus.slice(1),
        },
        documentLoader: async (url: string) =>
          url.startsWith(world.server.url)
            ? { contextUrl: null, documentUrl: url, document: (await world.get(url)).json }
            : documentLoader(url),
        suite: {},
        verifyBitstringStatusListCredential: false,
        verifyMatchingIssuers: false,
      });
      const shown = asked.results
        .filter(({ status }) => status)
        .map(({ credentialStatus: { statusPurpose } }) => statusPurpose);
      expect(
        shown.includes('revocation') ? 'revoked' : shown.includes('suspension') ? 'suspended' : 'active',
      ).toBe(expected);
    }
    expect(await byLists(otherToken)).toBe('active');
    expect(chainStatusEntry(parseCompactJws(token).payload.credentialStatus as never)).toMatchObject({
      list,
      index,
    });
  });

  it('that is revoked and suspended is refused by the standard interface with the checks of a verdict', async () => {
    const view = await authority.issueCertificate();
    const token = await authority.tokenOf(view);
    expect((await world.verify(envelope(token))).json).toMatchObject({
      checks: ['dataModel', 'proof', 'validity', 'credentialStatus', 'certificate'],
    });
    await authority.decide(view, 'revoke');
    const { status, json } = await world.verify(envelope(token));
    expect([status, json.checks]).toEqual([400, ['credentialStatus', 'certificate']]);
    expect(await world.verify(envelope(token), { checks: ['proof'] })).toMatchObject({ status: 200 });
  });
});
