import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keccak256, padHex, toHex } from 'viem';
import { approveTypes, attestKeysTypes, instructionDomain } from './index.js';
import type { DevRegistries } from './testing/dev-registries.js';
import { carrier, mx, pe, sent, startDevRegistries } from './testing/dev-registries.js';

let dev: DevRegistries;

beforeAll(async () => {
  dev = await startDevRegistries();
});

afterAll(() => dev.stop());

const domain = () => instructionDomain('AuthorityRegistry', 648540, dev.authorities.address);

async function approveAdmission(member: typeof pe) {
  const { authorities, deadline } = dev;
  const country = toHex('BO');
  const message = {
    member: member.address,
    action: 0,
    country,
    subject: carrier.address,
    expiresAt: Number(deadline),
    salt: padHex('0x01'),
    nonce: 0n,
    deadline,
  };
  const signature = await member.signTypedData({
    domain: domain(),
    types: approveTypes,
    primaryType: 'Approve',
    message,
  });
  const { action, subject, expiresAt, salt, nonce } = message;
  const args = [
    member.address,
    action,
    country,
    subject,
    expiresAt,
    salt,
    nonce,
    deadline,
    648540n,
    signature,
  ] as const;
  return dev.wallet.writeContract({ ...sent, ...authorities, functionName: 'approve', args });
}

async function attestKeys(keySet: `0x${string}`) {
  const { authorities, deadline } = dev;
  const message = {
    authority: mx.address,
    keySetHash: keccak256(keySet),
    changedBlock: 0n,
    nonce: 1n,
    deadline,
  };
  const signature = await mx.signTypedData({
    domain: domain(),
    types: attestKeysTypes,
    primaryType: 'AttestKeys',
    message,
  });
  const args = [mx.address, keySet, 0n, 1n, deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...authorities, functionName: 'attestKeys', args });
}

describe('AuthorityRegistry on a Berlin chain', () => {
  it('admits by approvals signed with viem and takes an attestation of keys', async () => {
    await dev.mined(approveAdmission(pe));
    await dev.mined(approveAdmission(mx));
    const args = [toHex('BO')] as const;
    expect(await dev.client.readContract({ ...dev.authorities, functionName: 'activeAuthority', args })).toBe(
      carrier.address,
    );

    const keySet = toHex('keys of MX');
    await dev.mined(attestKeys(keySet));
    const record = await dev.client.readContract({
      ...dev.authorities,
      functionName: 'recordOf',
      args: [mx.address],
    });
    expect(record.keySetHash).toBe(keccak256(keySet));
  });
});
