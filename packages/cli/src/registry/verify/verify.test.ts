import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Deployment, keccak256, parseDeployment } from '@eslabon/bundle';
import { createChainClient, getCode } from '@eslabon/chain';
import { type Anvil, startAnvil } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eslabon, writeFounders } from '../../testing/deploy-fixture.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { checkContract } from './check-contract.js';
import { compileContracts } from './compile-contracts.js';
import type { CompiledContracts } from './compiled-contracts.js';
import { describeFindings } from './describe-findings.js';

let anvil: Anvil;
let compiled: CompiledContracts;

beforeAll(async () => {
  [anvil, compiled] = await Promise.all([startAnvil(), compileContracts()]);
});

afterAll(async () => {
  await anvil.stop();
});

const look = () => ['registry', 'verify', '--rpc', anvil.rpcUrl, '--deployment', 'deployment.json'];

async function deployInto(folder: string): Promise<Deployment> {
  const { code } = await eslabon(folder, await writeFounders(folder, anvil.rpcUrl));
  expect(code).toBe(0);
  return parseDeployment(JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8')));
}

/** Puts code on the chain at an address of its own: the constructor returns what follows it. */
async function deployCode(runtime: string): Promise<{ address: `0x${string}`; codeHash: `0x${string}` }> {
  const size = ((runtime.length - 2) / 2).toString(16).padStart(4, '0');
  const data = `0x61${size}80600a3d393df3${runtime.slice(2)}`;
  const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 648540 });
  const [from] = (await client.request('eth_accounts')) as string[];
  const hash = await client.request('eth_sendTransaction', [
    { from, data, gasPrice: '0x0', gas: '0x1000000' },
  ]);
  let receipt: unknown = null;
  while (receipt === null) receipt = await client.request('eth_getTransactionReceipt', [hash]);
  const { contractAddress: address } = receipt as { contractAddress: `0x${string}` };
  expect(await getCode(client, address)).toBe(runtime);
  const codeHash = Buffer.from(keccak256(Buffer.from(runtime.slice(2), 'hex'))).toString('hex');
  return { address: address.toLowerCase() as `0x${string}`, codeHash: `0x${codeHash}` };
}

describe('registry verify', () => {
  it('finds nothing in what was deployed', () =>
    inTemporaryFolder(async (folder) => {
      const deployment = await deployInto(folder);
      const ran = await eslabon(folder, [...look(), '--json']);
      expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
      const { ok, findings } = JSON.parse(ran.out);
      expect(ok).toBe(true);
      expect(findings).toHaveLength(18);
      const lines = describeFindings(findings, deployment, 'pt');
      expect(lines).toHaveLength(20);
      expect(lines.at(-1)).toBe('✔ Os registros na cadeia 648540 são os deste repositório');
    }));

  it('names the bytes of a contract that was tampered with and pinned all the same', () =>
    inTemporaryFolder(async (folder) => {
      const deployment = await deployInto(folder);
      const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId: 648540 });
      const code = await getCode(client, deployment.contracts.statusRegistry.address);
      const byte = Number(`0x${code.slice(2 + 2 * 100, 4 + 2 * 100)}`) ^ 1;
      const altered = `${code.slice(0, 2 + 2 * 100)}${byte.toString(16).padStart(2, '0')}${code.slice(4 + 200)}`;
      const statusRegistry = await deployCode(altered);
      const contracts = { ...deployment.contracts, statusRegistry };
      await writeFile(join(folder, 'deployment.json'), JSON.stringify({ ...deployment, contracts }));

      const ran = await eslabon(folder, look());
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(/\n {4}byte 100: expected 0x[0-9a-f]{2}, found 0x[0-9a-f]{2}\n/);
      expect(ran.out).toMatch(/\n✖ 2 checks failed: /);
      const findings = checkContract('statusRegistry', {
        deployment: { ...deployment, contracts },
        compiled,
        code: altered,
      });
      const failed = findings.filter(({ mismatches }) => mismatches.length > 0);
      expect(failed).toMatchObject([
        { contract: 'statusRegistry', check: 'code', mismatches: [{ at: 'byte 100' }] },
        // The domain separator is of the address that the code was taken from.
        {
          contract: 'statusRegistry',
          check: 'immutables',
          mismatches: [
            { at: expect.stringMatching(/^_cached(DomainSeparator|This) at byte \d+$/) },
            { at: expect.stringMatching(/^_cached(DomainSeparator|This) at byte \d+$/) },
          ],
        },
      ]);
    }));

  it('needs the repository, and says so', async () => {
    await expect(compileContracts(pathToFileURL('/nowhere/compile.mjs'))).rejects.toMatchObject({
      code: 'DEPLOYMENT_SOURCES_MISSING',
    });
    await inTemporaryFolder(async (folder) => {
      const script = join(folder, 'compile.mjs');
      await writeFile(
        script,
        "import { createRequire } from 'node:module'; createRequire(import.meta.url)('solc');",
      );
      await expect(compileContracts(pathToFileURL(script))).rejects.toMatchObject({
        code: 'DEPLOYMENT_SOURCES_MISSING',
        message: expect.stringContaining("Cannot find module 'solc'"),
      });
    });
  });
});

describe('each check', () => {
  const at = '0x000000000000000000000000000000000000000a' as const;
  const pin = { address: at, codeHash: `0x${'0'.repeat(64)}` as const };
  const deployment: Deployment = {
    chainId: 648540,
    contracts: {
      didRegistry: pin,
      authorityRegistry: { ...pin, address: '0x000000000000000000000000000000000000000b' },
      arrangementRegistry: { ...pin, address: '0x000000000000000000000000000000000000000c' },
      statusRegistry: { ...pin, address: '0x000000000000000000000000000000000000000d' },
    },
  };
  const failing = (alter: (copy: CompiledContracts) => void, code = '0x') => {
    const copy = structuredClone(compiled);
    alter(copy);
    const findings = checkContract('authorityRegistry', { deployment, compiled: copy, code });
    return new Map(findings.map(({ check, mismatches }) => [check, mismatches]));
  };
  const authority = (copy: CompiledContracts) => copy.contracts.AuthorityRegistry;

  it('sees a contract that is not there, or that is longer', () => {
    const missing = failing(() => undefined);
    expect(missing.get('pinned')).toMatchObject([{ at: 'codeHash', found: 'no code' }]);
    expect(missing.get('code')).toMatchObject([{ at: 'length', found: '0 bytes' }]);
    const longer = failing(() => undefined, `${authority(compiled).runtime}00`);
    expect(longer.get('code')).toMatchObject([{ at: 'length' }]);
  });

  it('sees an immutable that nobody knows, and one with another value', () => {
    const unknown = failing((copy) => {
      authority(copy).immutables = { _backdoor: [{ start: 10, length: 32 }] };
    }, authority(compiled).runtime);
    expect(unknown.get('immutables')).toMatchObject([
      { at: '_backdoor at byte 10', expected: 'no such immutable' },
    ]);
    const names = failing(() => undefined, authority(compiled).runtime).get('immutables');
    expect(new Set(names?.map(({ at: place }) => place.split(' ')[0]))).toEqual(
      new Set(Object.keys(authority(compiled).immutables)),
    );
  });

  it('sees fields and structs that lie elsewhere, are new, or are gone', () => {
    const moved = failing((copy) => {
      const { storage, types } = authority(copy).storageLayout;
      (storage[3] as { slot: string }).slot = '9';
      storage.pop();
      storage.push({ label: '_owner', slot: '8', offset: 0, type: 't_address' });
      for (const type of Object.values(types ?? {})) {
        if (type.label === 'struct IAuthorityRegistry.Record') type.members?.pop();
      }
    });
    expect(moved.get('layout')?.map(({ at: place }) => place)).toEqual([
      'successor',
      'proposals',
      'owner',
      'Record.keySetHash',
    ]);
  });

  it('sees artifacts that are not the compiled ones', () => {
    const stale = failing((copy) => {
      authority(copy).bytecode += '00';
      authority(copy).abi = [];
    });
    expect(stale.get('artifact')?.map(({ at: place }) => place)).toEqual(['bytecode', 'abi']);
  });
});
