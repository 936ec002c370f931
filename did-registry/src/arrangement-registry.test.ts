import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { padHex, toHex } from 'viem';
import {
  accedeTypes,
  instructionDomain,
  proposeTypes,
  resumeTypes,
  suspendTypes,
  withdrawTypes,
} from './index.js';
import type { DevRegistries } from './testing/dev-registries.js';
import { mx, pe, sent, startDevRegistries } from './testing/dev-registries.js';

const [PE, MX] = [toHex('PE'), toHex('MX')];
const terms = {
  label: padHex(toHex('Alianza'), { dir: 'right', size: 32 }),
  textDigest: padHex('0x07'),
  certificateTypes: 5,
  roles: 3,
  validFrom: 0,
  validUntil: 0,
  ttl: 60,
  exp: 600,
  parties: [MX, PE],
};

let dev: DevRegistries;

beforeAll(async () => {
  dev = await startDevRegistries();
});

afterAll(() => dev.stop());

const common = (nonce: bigint) => ({ nonce, deadline: dev.deadline });
const domain = () => instructionDomain('ArrangementRegistry', 648540, dev.arrangements.address);

async function propose(nonce: bigint) {
  const message = { authority: pe.address, arrangement: 0, terms, ...common(nonce) };
  const types = proposeTypes;
  const signature = await pe.signTypedData({ domain: domain(), types, primaryType: 'Propose', message });
  const args = [pe.address, 0, terms, nonce, dev.deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...dev.arrangements, functionName: 'propose', args });
}

async function accede(signer: typeof pe, nonce: bigint) {
  const message = { authority: signer.address, arrangement: 1, version: 1, from: 0, ...common(nonce) };
  const types = accedeTypes;
  const signature = await signer.signTypedData({ domain: domain(), types, primaryType: 'Accede', message });
  const args = [signer.address, 1, 1, 0, nonce, dev.deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...dev.arrangements, functionName: 'accede', args });
}

async function suspend(nonce: bigint) {
  const message = { authority: pe.address, arrangement: 1, against: MX, from: 0, ...common(nonce) };
  const types = suspendTypes;
  const signature = await pe.signTypedData({ domain: domain(), types, primaryType: 'Suspend', message });
  const args = [pe.address, 1, MX, 0, nonce, dev.deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...dev.arrangements, functionName: 'suspend', args });
}

async function resume(nonce: bigint) {
  const message = { authority: pe.address, arrangement: 1, against: MX, until: 0, ...common(nonce) };
  const types = resumeTypes;
  const signature = await pe.signTypedData({ domain: domain(), types, primaryType: 'Resume', message });
  const args = [pe.address, 1, MX, 0, nonce, dev.deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...dev.arrangements, functionName: 'resume', args });
}

async function withdraw(nonce: bigint) {
  const message = { authority: mx.address, arrangement: 1, until: 0, ...common(nonce) };
  const types = withdrawTypes;
  const signature = await mx.signTypedData({ domain: domain(), types, primaryType: 'Withdraw', message });
  const args = [mx.address, 1, 0, nonce, dev.deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...dev.arrangements, functionName: 'withdraw', args });
}

async function inForce() {
  const { timestamp } = await dev.client.getBlock();
  const args = [PE, MX, 1, 1, Number(timestamp)] as const;
  return dev.client.readContract({ ...dev.arrangements, functionName: 'inForce', args });
}

describe('ArrangementRegistry on a Berlin chain', () => {
  it('takes every instruction signed with viem', async () => {
    await dev.mined(propose(0n));
    await dev.mined(accede(pe, 1n));
    expect(await inForce()).toEqual([false, 0, 0]);
    await dev.mined(accede(mx, 0n));
    expect(await inForce()).toEqual([true, 1, 1]);
    await dev.mined(suspend(2n));
    expect(await inForce()).toEqual([false, 0, 0]);
    await dev.mined(resume(3n));
    expect(await inForce()).toEqual([true, 1, 1]);
    await dev.mined(withdraw(1n));
    expect(await inForce()).toEqual([false, 0, 0]);
    const args = [1, 1] as const;
    expect(await dev.client.readContract({ ...dev.arrangements, functionName: 'versionOf', args })).toEqual(
      terms,
    );
  });
});
