import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDeployment } from '@eslabon/bundle';
import {
  accede,
  awaitOutcome,
  createChainClient,
  createDirectSubmitter,
  propose,
  setStatus,
  signInstruction,
} from '@eslabon/chain';
import type { Country } from '@eslabon/core';
import { type Anvil, startAnvil, testAccount, testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eslabon, founders, writeFounders } from '../../testing/deploy-fixture.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let anvil: Anvil;

beforeAll(async () => {
  anvil = await startAnvil();
});

afterAll(async () => {
  await anvil.stop();
});

const deadline = 2 ** 40 - 1;
const parties = ['MX', 'PE'] as Country[];

/** Peru and Mexico recognise each other, and Peru revokes one certificate and suspends two. */
async function recogniseAndRevoke(folder: string): Promise<void> {
  const deployment = parseDeployment(JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8')));
  const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 648540 });
  const submitter = createDirectSubmitter({ client, privateKey: testKey('carrier') });
  const carry = async (country: string, instruction: Parameters<typeof signInstruction>[0]) => {
    const { hash } = await submitter.submit(
      await signInstruction(instruction, testAccount(country).signDigest),
    );
    expect(await awaitOutcome(submitter, hash, { pollMs: 5 })).toMatchObject({ state: 'mined' });
  };
  const by = (country: string, nonce: number) => ({
    deployment,
    authority: testAccount(country).address,
    nonce,
    deadline,
  });
  const terms = {
    label: 'Mexico–Peru',
    textDigest: `0x${'1'.repeat(64)}` as const,
    certificateTypes: 5,
    roles: 3,
    validFrom: 0,
    validUntil: 0,
    ttl: 60,
    exp: 600,
    parties,
  };
  await carry('PE', propose({ ...by('PE', 0), arrangement: 0, terms }));
  await carry('PE', accede({ ...by('PE', 1), arrangement: 1, version: 1, from: 0 }));
  await carry('MX', accede({ ...by('MX', 0), arrangement: 1, version: 1, from: 0 }));
  const change = { list: 0, word: 0, revoke: 1n, suspend: 6n, reinstate: 0n };
  await carry('PE', setStatus({ ...by('PE', 0), changes: [change] }));
}

const look = () => ['registry', 'status', '--rpc', anvil.rpcUrl, '--deployment', 'deployment.json'];

describe('registry status', () => {
  it('sums up members, arrangements in force, counts and nonces', () =>
    inTemporaryFolder(async (folder) => {
      await eslabon(folder, await writeFounders(folder, anvil.rpcUrl));
      await recogniseAndRevoke(folder);
      const ran = await eslabon(folder, [...look(), '--json']);
      expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(ran.out)).toMatchObject({
        pinned: true,
        chainId: 648540,
        authorities: [
          {
            ...founders[0],
            removedAt: null,
            keySetBlock: null,
            nonces: { authorityRegistry: 0, arrangementRegistry: 2, statusRegistry: 1 },
          },
          { ...founders[1], nonces: { authorityRegistry: 0, arrangementRegistry: 1, statusRegistry: 0 } },
        ],
        successor: null,
        arrangements: [{ id: 1, version: 1, label: 'Mexico–Peru', parties, suspended: [] }],
        counts: {
          members: 2,
          records: 2,
          openProposals: 0,
          arrangements: 1,
          statusLists: 1,
          revoked: 1,
          suspended: 2,
        },
      });

      const text = await eslabon(folder, [...look(), '--lang', 'es']);
      expect(text.code).toBe(0);
      expect(text.out).toMatch(/^✔ Los registros fijados, en la cadena 648540 al bloque \d+, /);
      expect(text.out).toContain('Autoridades: 2 miembros, 2 admitidas en total\n');
      expect(text.out).toContain('  Mexico–Peru (v1): MX, PE\n');
      expect(text.out).toContain('Estados: 1 listas, 1 revocados, 2 suspendidos\n');
    }));

  it('says so when the chain is not the pinned one', () =>
    inTemporaryFolder(async (folder) => {
      await eslabon(folder, await writeFounders(folder, anvil.rpcUrl));
      const file = join(folder, 'deployment.json');
      const whole = JSON.parse(await readFile(file, 'utf8'));

      const codeHash = `0x${'2'.repeat(64)}`;
      const other = { ...whole.contracts, statusRegistry: { ...whole.contracts.statusRegistry, codeHash } };
      await writeFile(file, JSON.stringify({ ...whole, contracts: other }));
      const code = await eslabon(folder, look());
      expect(code.code).toBe(1);
      expect(code.out).toMatch(
        /^✖ This chain is not the one that the deployment pins\.\n {2}statusRegistry: /,
      );

      await writeFile(file, JSON.stringify({ ...whole, chainId: 7 }));
      const chain = await eslabon(folder, [...look(), '--json']);
      expect(chain.code).toBe(1);
      expect(JSON.parse(chain.out)).toEqual({
        pinned: false,
        mismatches: [{ what: 'chainId', pinned: '7', found: '648540' }],
      });
    }));

  it('does not take a deployment that was not finished', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(
        join(folder, 'deployment.json'),
        JSON.stringify({ unfinished: true, chainId: 648540, contracts: {} }),
      );
      const ran = await eslabon(folder, look());
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain('error DEPLOYMENT_MALFORMED: ');
    }));
});
