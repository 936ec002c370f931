import { encodeKeySet } from '@eslabon/bundle';
import type { ArrangementVersion, Country, Hex } from '@eslabon/core';
import { statusMask } from '@eslabon/core';
import type { PublicKey } from '@eslabon/credentials';
import type { TestAccount } from '@eslabon/testkit';
import { testKey } from '@eslabon/testkit';
import { accede } from '../instructions/accede.js';
import { attestKeys } from '../instructions/attest-keys.js';
import { changedBlock } from '../instructions/changed-block.js';
import { erc1056Nonce } from '../instructions/erc1056-nonce.js';
import { propose } from '../instructions/propose.js';
import { setAttributeSigned } from '../instructions/set-attribute-signed.js';
import { setStatus } from '../instructions/set-status.js';
import { signInstruction } from '../instructions/sign-instruction.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import type { TestRegistries } from './start-registries.js';

export const [peru, mexico] = ['PE', 'MX'] as [Country, Country];

/** What {@link playScene} sets in Peru's list 1. */
export const scene = { list: 1, suspendedFirst: 7, revoked: 8 } as const;

/** Has an authority add an attribute to its DID: ERC-1056 records the block. */
export async function publishKey(net: TestRegistries, { address, signDigest }: TestAccount): Promise<void> {
  const { deployment } = net;
  const nonce = await erc1056Nonce(net.client, deployment, address);
  const attribute = { name: 'did/pub/Secp256k1/veriKey/hex', value: '0x01' as Hex, validity: 1_000 };
  const published = setAttributeSigned({ deployment, identity: address, nonce, ...attribute });
  const { hash } = await net.submitter.submit(await signInstruction(published, signDigest));
  await awaitOutcome(net.submitter, hash);
}

/**
 * Peru attests a key; Peru and Mexico accede to an arrangement; Peru suspends one certificate, and then reinstates it
 * and revokes another.
 * @returns the block in which the one is suspended
 */
export async function playScene(net: TestRegistries, key: PublicKey): Promise<{ suspendedAt: number }> {
  const actor = net.authority(peru);
  await publishKey(net, actor);
  const keySet = encodeKeySet([
    { fragment: 'controller', key, validFrom: 1, validUntil: 0, compromisedAt: 0 },
  ]);
  const changed = await changedBlock(net.client, net.deployment, actor.address);
  await net.act(actor, 'authorityRegistry', attestKeys, { keySet, changedBlock: changed });

  const terms: ArrangementVersion = {
    ...{ label: 'Acuerdo', textDigest: testKey('text'), certificateTypes: 1, roles: 1 },
    ...{ validFrom: 0, validUntil: 0, ttl: 60, exp: 600, parties: [mexico, peru] },
  };
  await net.act(actor, 'arrangementRegistry', propose, { arrangement: 0, terms });
  for (const party of [actor, net.authority(mexico)]) {
    await net.act(party, 'arrangementRegistry', accede, { arrangement: 1, version: 1, from: 0 });
  }
  const suspended = statusMask(scene.suspendedFirst);
  const change = { list: scene.list, word: 0, revoke: 0n, suspend: suspended, reinstate: 0n };
  const suspendedAt = await net.act(actor, 'statusRegistry', setStatus, { changes: [change] });
  const reinstate = { ...change, suspend: 0n, reinstate: suspended, revoke: statusMask(scene.revoked) };
  await net.act(actor, 'statusRegistry', setStatus, { changes: [reinstate] });
  return { suspendedAt };
}
