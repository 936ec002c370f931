import type { TrustAnchor } from '@eslabon/bundle';
import { collectCheckpoint, getBlock } from '@eslabon/chain';
import { formatEthrDid, statusMask } from '@eslabon/core';
import { type SealSchedule, testAccount, testKey } from '@eslabon/testkit';
import { setStatus } from '../../../chain/src/instructions/set-status.js';
import { mexico, peru, playScene, scene } from '../../../chain/src/testing/play-scene.js';
import { startRegistries, type TestRegistries } from '../../../chain/src/testing/start-registries.js';
import { createVcJwt } from '../../../credentials/src/vc-jwt/create-vc-jwt.js';
import { peruvianCredential } from './peruvian-credential.js';
import { signerWith } from './signer-with.js';

/** A development chain whose blocks are sealed, with a Peruvian company that was suspended an hour after all else. */
export interface SealedNetwork {
  net: TestRegistries;
  /** What a post was given when the chain began: it follows the validators, and nobody’s attestations. */
  trust: TrustAnchor;
  /** The credential of the company. */
  token: string;
  /** Last block before the suspension, and its time in Unix seconds. */
  before: { number: number; timestamp: number };
  suspended: { number: number; timestamp: number };
}

const validator = (name: number) => testAccount(`validator ${name}`);
const set = (...names: number[]) => names.map(validator);

/** One validator after another is replaced, so that nobody of the beginning is left in the end. */
const schedule: SealSchedule = {
  consensus: [{ fromBlock: 0, protocol: 'qbft' }],
  validators: [
    { fromBlock: 0, validators: set(1, 2, 3, 4) },
    { fromBlock: 8, validators: set(2, 3, 4, 5) },
    { fromBlock: 16, validators: set(3, 4, 5, 6) },
    { fromBlock: 24, validators: set(4, 5, 6, 7) },
    { fromBlock: 32, validators: set(5, 6, 7, 8) },
  ],
};

const suspendedIndex = 20;

export async function startSealedNetwork(): Promise<SealedNetwork> {
  const net = await startRegistries([peru, mexico], schedule);
  try {
    return await play(net);
  } catch (error) {
    await net.anvil.stop();
    throw error;
  }
}

async function play(net: TestRegistries): Promise<SealedNetwork> {
  const { deployment, client } = net;
  const signer = signerWith(Buffer.from(testKey('authority of PE').slice(2), 'hex'));
  await playScene(net, { algorithm: 'ES256K', bytes: signer.publicKey });
  // The chain goes on past the last change of its validators.
  await client.request('anvil_mine', ['0x20']);
  const before = await getBlock(client, 'latest');
  await net.pass(3600);
  const suspendedAt = await net.act(net.authority(peru), 'statusRegistry', setStatus, {
    changes: [{ list: scene.list, word: 0, revoke: 0n, suspend: statusMask(suspendedIndex), reinstate: 0n }],
  });
  const issuer = formatEthrDid({ chainId: client.chainId, address: net.authority(peru).address });
  const contract = deployment.contracts.statusRegistry.address;
  const token = await createVcJwt({
    credential: peruvianCredential({
      issuer,
      contract,
      list: scene.list,
      index: suspendedIndex,
      operatorRole: 'IM',
    }),
    kid: `${issuer}#controller`,
    algorithm: 'ES256K',
    issuedAt: before.timestamp,
    sign: signer.sign,
  });
  const checkpoint = await collectCheckpoint(client, schedule.consensus, 1);
  return {
    net,
    trust: { ...deployment, attestors: [], seals: { checkpoint, trustingPeriod: 30 * 86_400 } },
    token,
    before: { number: before.number, timestamp: before.timestamp },
    suspended: await getBlock(client, suspendedAt).then(({ number, timestamp }) => ({ number, timestamp })),
  };
}
