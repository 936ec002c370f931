import type { LoadedBundle } from '@eslabon/bundle';
import { attestBlock, encodeBundle, encodeKeySet, openBundle } from '@eslabon/bundle';
import type { Instruction } from '@eslabon/chain';
import {
  accede,
  attestKeys,
  awaitOutcome,
  changedBlock,
  collectBundle,
  createChainClient,
  createDirectSubmitter,
  createEventIndex,
  createMemoryEventStore,
  deployRegistries,
  erc1056Nonce,
  nonceOf,
  propose,
  setAttributeSigned,
  setStatus,
  signInstruction,
} from '@eslabon/chain';
import type { Address, Country } from '@eslabon/core';
import { countrySchema, everyRole, statusMask, statusWord } from '@eslabon/core';
import { formatMultikey } from '@eslabon/credentials';
import { startAnvil, testKey } from '@eslabon/testkit';
import type { AgentKey } from '@eslabon/veramo';
import { attributeFor, publicKeyOf } from '@eslabon/veramo';
import type { TestAgentKeys } from '@eslabon/veramo/testing';
import { testAgentKeys } from '@eslabon/veramo/testing';

const chainId = 648540;
const country = (code: string): Country => countrySchema.parse(code);

interface Authority {
  country: Country;
  keys: TestAgentKeys;
}

/** Peru, which issues, and Chile, which verifies offline: real contracts on a development chain, no stand-ins. */
export interface World {
  rpcUrl: string;
  chainId: number;
  didRegistry: Address;
  statusRegistry: Address;
  peru: Authority;
  chile: Authority;
  /** What Chile's border post has, as of the chain's newest block. */
  takeBundle(): Promise<LoadedBundle>;
  /** Peru revokes and suspends indexes of one word of its list 0. */
  setStatus(indexes: { revoke: number; suspend: number }): Promise<void>;
  stop(): Promise<void>;
}

/** Both authorities are members with published and attested keys, and recognise each other's certificates. */
export async function startWorld(): Promise<World> {
  const anvil = await startAnvil({ chainId });
  const { rpcUrl } = anvil;
  const peru = { country: country('PE'), keys: testAgentKeys('PE', chainId) };
  const chile = { country: country('CL'), keys: testAgentKeys('CL', chainId) };
  const authorities = [peru, chile];
  const deployment = await deployRegistries({
    rpcUrl,
    chainId,
    deployerKey: testKey('deployer'),
    founders: authorities.map(({ country, keys }) => ({ country, did: keys.address })),
  });
  const { didRegistry, authorityRegistry, arrangementRegistry, statusRegistry } = deployment.contracts;
  const client = createChainClient({ rpcUrl, chainId });
  const submitter = createDirectSubmitter({ client, privateKey: testKey('carrier') });

  async function carry(instruction: Instruction, { keys }: Authority): Promise<void> {
    const call = await signInstruction(instruction, (digest) => keys.signDigest('controller', digest));
    const { hash } = await submitter.submit(call);
    const outcome = await awaitOutcome(submitter, hash, { pollMs: 10 });
    if (outcome.state !== 'mined') throw new Error(`${outcome.code}: ${outcome.error}`);
  }

  async function acting({ keys }: Authority, contract: Address) {
    const nonce = await nonceOf(client, contract, keys.address);
    return { deployment, authority: keys.address, nonce, deadline: 0xffff_ffff };
  }

  for (const authority of authorities) {
    const identity = authority.keys.address;
    for (const key of authority.keys.list().slice(1)) {
      const { nameText: name, value } = attributeFor(key);
      const nonce = await erc1056Nonce(client, deployment, identity);
      await carry(
        setAttributeSigned({ deployment, identity, name, value, validity: 315_360_000, nonce }),
        authority,
      );
    }
    const keySet = encodeKeySet(authority.keys.list().map(keySetEntry));
    const changed = await changedBlock(client, deployment, identity);
    const by = await acting(authority, authorityRegistry.address);
    await carry(attestKeys({ ...by, keySet, changedBlock: changed }), authority);
  }

  const by = await acting(peru, arrangementRegistry.address);
  const terms = {
    label: 'Pacific MRA',
    textDigest: `0x${'7e'.repeat(32)}` as const,
    certificateTypes: 7,
    roles: everyRole,
    validFrom: 1_700_000_000,
    validUntil: 0,
    ttl: 86_400,
    exp: 604_800,
    parties: [chile.country, peru.country],
  };
  await carry(propose({ ...by, arrangement: 0, terms }), peru);
  for (const authority of authorities) {
    const party = await acting(authority, arrangementRegistry.address);
    await carry(accede({ ...party, arrangement: 1, version: 1, from: 0 }), authority);
  }

  const index = createEventIndex({
    client,
    deployment,
    deployBlock: deployment.deployBlock,
    store: createMemoryEventStore(),
  });
  const [attestor] = chile.keys.list() as [AgentKey];
  const kid = `${chile.keys.did}#${attestor.fragment}`;

  return {
    rpcUrl,
    chainId,
    didRegistry: didRegistry.address,
    statusRegistry: statusRegistry.address,
    peru,
    chile,
    async takeBundle() {
      await index.sync();
      const content = await collectBundle({
        client,
        deployment,
        index,
        attest: (block) =>
          attestBlock({
            did: chile.keys.did,
            kid,
            algorithm: 'ES256K',
            chainId,
            ...block,
            sign: (data) => chile.keys.sign(attestor.kid, data),
          }),
      });
      const trusted = {
        country: chile.country,
        kid,
        publicKeyMultibase: formatMultikey(publicKeyOf(attestor)),
      };
      return openBundle(
        encodeBundle(content),
        { ...deployment, attestors: [trusted] },
        { attestor: chile.country },
      );
    },
    async setStatus({ revoke, suspend }) {
      const by = await acting(peru, statusRegistry.address);
      const word = statusWord(revoke);
      const bits = { revoke: statusMask(revoke), suspend: statusMask(suspend), reinstate: 0n };
      await carry(setStatus({ ...by, changes: [{ list: 0, word, ...bits }] }), peru);
    },
    stop: () => anvil.stop(),
  };
}

function keySetEntry(key: AgentKey) {
  return {
    fragment: key.fragment,
    key: publicKeyOf(key),
    validFrom: 1_700_000_000,
    validUntil: 0,
    compromisedAt: 0,
  };
}
