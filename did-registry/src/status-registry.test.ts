import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BaseError, ContractFunctionRevertedError } from 'viem';
import { instructionDomain, setStatusTypes } from './index.js';
import type { DevRegistries } from './testing/dev-registries.js';
import { pe, sent, startDevRegistries } from './testing/dev-registries.js';

let dev: DevRegistries;

beforeAll(async () => {
  dev = await startDevRegistries();
});

afterAll(() => dev.stop());

/** Signs with the authority's key and sends from another account. */
async function revoke(nonce: bigint, bits: bigint) {
  const { statuses, deadline } = dev;
  const message = {
    authority: pe.address,
    changes: [{ list: 1, word: 0, revoke: bits, suspend: 0n, reinstate: 0n }],
    nonce,
    deadline,
  };
  const domain = instructionDomain('StatusRegistry', 648540, statuses.address);
  const signature = await pe.signTypedData({
    domain,
    types: setStatusTypes,
    primaryType: 'SetStatus',
    message,
  });
  const args = [message.authority, message.changes, nonce, deadline, 648540n, signature] as const;
  return dev.wallet.writeContract({ ...sent, ...statuses, functionName: 'setStatus', args });
}

function statusOf(index: number) {
  return dev.client.readContract({
    ...dev.statuses,
    functionName: 'statusOf',
    args: [pe.address, 1, index],
  });
}

/** Name of the custom error that a refused call carries. */
async function refusal(call: Promise<unknown>): Promise<string | undefined> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof BaseError && error.walk((e) => e instanceof ContractFunctionRevertedError);
  return cause instanceof ContractFunctionRevertedError ? cause.data?.errorName : undefined;
}

describe('setStatus on a Berlin chain', () => {
  it('takes a signed instruction from any sender, and a replay never', async () => {
    const newList = await dev.mined(revoke(0n, 1n << 255n));
    expect(await statusOf(0)).toEqual([true, false]);
    expect(await statusOf(1)).toEqual([false, false]);
    expect(await refusal(revoke(0n, 1n << 255n))).toBe('InstructionNonce');

    const usedWord = await dev.mined(revoke(1n, 1n));
    expect(await statusOf(255)).toEqual([true, false]);
    // What a Basic member of LACChain can send, with room for the relay.
    expect(newList.gasUsed).toBeLessThanOrEqual(140_000n);
    expect(usedWord.gasUsed).toBeLessThanOrEqual(100_000n);
  });
});
