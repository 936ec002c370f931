import { encodeKeySet } from '@eslabon/bundle';
import type { ArrangementVersion, Country } from '@eslabon/core';
import { arrangementRegistryAbi, authorityRegistryAbi, statusRegistryAbi } from '@eslabon/did-registry';
import { testAccount, testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hexToBytes, hexToString, stringToHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { readContract } from '../client/read-contract.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { accede } from './accede.js';
import { approve } from './approve.js';
import { attestKeys } from './attest-keys.js';
import { changedBlock } from './changed-block.js';
import { erc1056Nonce } from './erc1056-nonce.js';
import type { Instruction } from './instruction.js';
import { nonceOf } from './nonce-of.js';
import type { Proposal } from './proposal.js';
import { proposalIdOf } from './proposal.js';
import { propose } from './propose.js';
import { resume } from './resume.js';
import { setAttributeSigned } from './set-attribute-signed.js';
import { setStatus } from './set-status.js';
import { signInstruction } from './sign-instruction.js';
import { suspend } from './suspend.js';
import { withdraw } from './withdraw.js';

const [pe, mx, co] = ['PE', 'MX', 'CO'] as Country[] as [Country, Country, Country];

let net: TestRegistries;

beforeAll(async () => {
  net = await startRegistries([pe, mx, co]);
});

afterAll(async () => {
  await net.anvil.stop();
});

const authorities = () => ({
  address: net.deployment.contracts.authorityRegistry.address,
  abi: authorityRegistryAbi,
});
const arrangements = () => ({
  address: net.deployment.contracts.arrangementRegistry.address,
  abi: arrangementRegistryAbi,
});
const statuses = () => ({ address: net.deployment.contracts.statusRegistry.address, abi: statusRegistryAbi });

async function submitErc1056(make: (nonce: number) => Instruction, country: Country): Promise<void> {
  const { address, signDigest } = net.authority(country);
  const instruction = make(await erc1056Nonce(net.client, net.deployment, address));
  const { hash } = await net.submitter.submit(await signInstruction(instruction, signDigest));
  expect(await awaitOutcome(net.submitter, hash)).toMatchObject({ state: 'mined' });
}

describe('approve', () => {
  it('admits by a majority, under the id computed here', async () => {
    const newcomer = net.authority('CL').address;
    const proposal: Proposal = {
      action: 'admit',
      country: 'CL' as Country,
      subject: newcomer,
      expiresAt: (await net.now()) + 1_000,
      salt: testKey('salt'),
    };
    const isActive = () =>
      readContract(net.client, { ...authorities(), functionName: 'isActive', args: [newcomer] });
    await net.act(net.authority(pe), 'authorityRegistry', approve, { proposal });
    expect(await isActive()).toBe(false);
    const block = await net.act(net.authority(mx), 'authorityRegistry', approve, { proposal });
    expect(await isActive()).toBe(true);
    const args = [proposalIdOf(proposal)] as const;
    const stored = await readContract(net.client, { ...authorities(), functionName: 'proposalOf', args });
    expect(stored).toMatchObject({ expiresAt: proposal.expiresAt, approvals: 0b011n });
    expect(stored.executedAt).toBe(await net.now());
    expect(block).toBeGreaterThan(net.deployment.deployBlock);
  });

  it('names a successor, which concerns no country', async () => {
    const subject = net.deployment.contracts.statusRegistry.address;
    const expiresAt = (await net.now()) + 1_000;
    const proposal: Proposal = { action: 'succeed', subject, expiresAt, salt: testKey('salt') };
    for (const country of [pe, mx, co]) {
      await net.act(net.authority(country), 'authorityRegistry', approve, { proposal });
    }
    const successor = await readContract(net.client, {
      ...authorities(),
      functionName: 'successor',
      args: [],
    });
    expect(successor.toLowerCase()).toBe(subject);
  });
});

describe('attestKeys and setAttributeSigned', () => {
  it('publish a key in ERC-1056 and attest the history that has it', async () => {
    const { address: identity } = net.authority(pe);
    expect(await changedBlock(net.client, net.deployment, identity)).toBe(0);
    const attribute = { name: 'did/pub/Secp256k1/veriKey/hex', value: '0x0102' as const, validity: 86_400 };
    for (let i = 0; i < 2; i++) {
      const { deployment } = net;
      await submitErc1056((nonce) => setAttributeSigned({ deployment, identity, nonce, ...attribute }), pe);
    }
    const changed = await changedBlock(net.client, net.deployment, identity);
    expect(changed).toBeGreaterThan(0);

    const bytes = hexToBytes(privateKeyToAccount(testKey('any')).publicKey).slice(0, 33);
    bytes[0] = 2;
    const keySet = encodeKeySet([
      {
        fragment: 'controller',
        key: { algorithm: 'ES256K', bytes },
        validFrom: 1,
        validUntil: 0,
        compromisedAt: 0,
      },
    ]);
    await net.act(net.authority(pe), 'authorityRegistry', attestKeys, { keySet, changedBlock: changed });
    const args = [identity] as const;
    const record = await readContract(net.client, { ...authorities(), functionName: 'recordOf', args });
    expect(record.keySetBlock).toBe(BigInt(changed));

    const stale = { keySet, changedBlock: changed - 1 };
    await expect(net.act(net.authority(pe), 'authorityRegistry', attestKeys, stale)).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      details: { error: 'KeySetStale' },
    });
  });

  it('tell a wrong signer apart in ERC-1056, which gives reasons as text', async () => {
    const { deployment } = net;
    const identity = net.authority(mx).address;
    const attribute = { name: 'did/svc/Agent', value: '0x00' as const, validity: 1 };
    await expect(
      submitErc1056((nonce) => setAttributeSigned({ deployment, identity, nonce, ...attribute }), co),
    ).rejects.toMatchObject({ code: 'CHAIN_REVERTED', message: expect.stringContaining('bad_signature') });
  });
});

describe('instructions on arrangements', () => {
  const terms: ArrangementVersion = {
    label: 'Alianza del Pacífico',
    textDigest: testKey('text'),
    certificateTypes: 5,
    roles: 3,
    validFrom: 1,
    validUntil: 0,
    ttl: 3_600,
    exp: 86_400,
    parties: [co, mx, pe],
  };

  async function inForce(at: number): Promise<readonly [boolean, number, number]> {
    const args = [stringToHex(pe), stringToHex(mx), 1, 1, at] as const;
    return readContract(net.client, { ...arrangements(), functionName: 'inForce', args });
  }

  it('propose, accede, suspend, resume, amend and withdraw', async () => {
    const [peru, mexico] = [net.authority(pe), net.authority(mx)];
    await net.act(peru, 'arrangementRegistry', propose, { arrangement: 0, terms });
    const args = [1, 1] as const;
    const stored = await readContract(net.client, { ...arrangements(), functionName: 'versionOf', args });
    expect(hexToString(stored.label, { size: 32 })).toBe(terms.label);

    await net.act(peru, 'arrangementRegistry', accede, { arrangement: 1, version: 1, from: 0 });
    expect(await inForce(await net.now())).toEqual([false, 0, 0]);
    await net.act(mexico, 'arrangementRegistry', accede, { arrangement: 1, version: 1, from: 0 });
    expect(await inForce(await net.now())).toEqual([true, 1, 1]);

    await net.act(mexico, 'arrangementRegistry', suspend, { arrangement: 1, against: pe, from: 0 });
    expect(await inForce(await net.now())).toEqual([false, 0, 0]);
    await net.pass(10);
    await net.act(mexico, 'arrangementRegistry', resume, { arrangement: 1, against: pe, until: 0 });
    expect(await inForce(await net.now())).toEqual([true, 1, 1]);

    await net.act(peru, 'arrangementRegistry', propose, { arrangement: 1, terms: { ...terms, label: 'v2' } });
    for (const actor of [peru, mexico]) {
      await net.act(actor, 'arrangementRegistry', accede, { arrangement: 1, version: 2, from: 0 });
    }
    expect(await inForce(await net.now())).toEqual([true, 1, 2]);

    const until = (await net.now()) + 500;
    await net.act(peru, 'arrangementRegistry', withdraw, { arrangement: 1, until });
    expect(await inForce(until - 1)).toEqual([true, 1, 2]);
    expect(await inForce(until)).toEqual([false, 0, 0]);
  });

  it('refuse a label that does not fit before anything is signed', () => {
    const { deployment } = net;
    const common = {
      deployment,
      authority: net.authority(pe).address,
      nonce: 0,
      deadline: 1,
      arrangement: 0,
    };
    expect(() => propose({ ...common, terms: { ...terms, label: 'ñ'.repeat(17) } })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
  });
});

describe('setStatus', () => {
  const change = { list: 7, word: 3, revoke: 0n, suspend: 0n, reinstate: 0n };
  const set = (changes: Partial<typeof change>[]) =>
    net.act(net.authority(pe), 'statusRegistry', setStatus, {
      changes: changes.map((given) => ({ ...change, ...given })),
    });

  it('suspends, reinstates and revokes', async () => {
    await set([{ suspend: 0b110n }]);
    await set([{ reinstate: 0b010n }, { revoke: 0b1000n }]);
    const args = [net.authority(pe).address, 7, 3] as const;
    const words = await readContract(net.client, { ...statuses(), functionName: 'wordsOf', args });
    expect(words).toEqual([0b1000n, 0b100n]);
  });

  it('is refused with the code that says why', async () => {
    await expect(set([{ suspend: 0b1000n }])).rejects.toMatchObject({ code: 'CHAIN_REVOKED_IS_FINAL' });
    await expect(set([{ reinstate: 0b1n }])).rejects.toMatchObject({ code: 'CHAIN_NOT_SUSPENDED' });
    await expect(set([{ word: 4096, suspend: 1n }])).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      details: { error: 'WordOutOfRange', args: [4096] },
    });
    const stranger = net.act(testAccount('stranger'), 'statusRegistry', setStatus, {
      changes: [{ ...change, suspend: 1n }],
    });
    await expect(stranger).rejects.toMatchObject({ code: 'CHAIN_NOT_MEMBER' });
  });

  it('is refused with a spent nonce, a past deadline, a foreign signature', async () => {
    const { deployment, submitter } = net;
    const { address: authority, signDigest } = net.authority(pe);
    const nonce = await nonceOf(net.client, deployment.contracts.statusRegistry.address, authority);
    const deadline = (await net.now()) + 1_000;
    const common = { deployment, authority, nonce, deadline, changes: [{ ...change, suspend: 1n }] };
    const submit = async (instruction: Instruction, sign = signDigest) =>
      submitter.submit(await signInstruction(instruction, sign));
    await expect(submit(setStatus({ ...common, nonce: nonce - 1 }))).rejects.toMatchObject({
      code: 'CHAIN_INSTRUCTION_NONCE',
      hints: [expect.stringContaining('nonceOf')],
    });
    await expect(submit(setStatus({ ...common, deadline: 1 }))).rejects.toMatchObject({
      code: 'CHAIN_INSTRUCTION_EXPIRED',
    });
    await expect(submit(setStatus(common), net.authority(mx).signDigest)).rejects.toMatchObject({
      code: 'CHAIN_INSTRUCTION_SIGNATURE',
      details: { error: 'SignerNotAuthorized' },
    });
  });

  it('of a transaction that reverts on the chain gives the reason afterwards', async () => {
    const { deployment, submitter } = net;
    const { address: authority, signDigest } = net.authority(pe);
    const changes = [{ ...change, suspend: 1n }];
    const late = setStatus({ deployment, authority, nonce: 0, deadline: (await net.now()) + 1_000, changes });
    const { hash } = await submitter.submit({ ...(await signInstruction(late, signDigest)), gas: 200_000n });
    expect(await awaitOutcome(submitter, hash)).toEqual({
      state: 'reverted',
      code: 'CHAIN_INSTRUCTION_NONCE',
      error: 'InstructionNonce',
    });
  });
});

describe('encode', () => {
  it('takes 65 bytes with low s and v 27 or 28 only', async () => {
    const { deployment } = net;
    const { address: authority, signDigest } = net.authority(pe);
    const instruction = withdraw({ deployment, authority, nonce: 0, deadline: 1, arrangement: 1, until: 0 });
    const signature = await signDigest(instruction.digest);
    expect(instruction.encode(signature)).toMatch(/^0x/);
    const highS = `${signature.slice(0, 66)}${'f'.repeat(63)}0${signature.slice(130)}` as const;
    for (const bad of [
      signature.slice(0, 130),
      `${signature}00`,
      highS,
      `${signature.slice(0, 130)}00`,
      '0x',
    ]) {
      expect(() => instruction.encode(bad as `0x${string}`)).toThrow(
        expect.objectContaining({ code: 'CHAIN_INSTRUCTION_SIGNATURE' }),
      );
    }
  });
});
