import { encodeKeySet } from '@eslabon/bundle';
import type { ArrangementVersion, Country, Hex } from '@eslabon/core';
import { EslabonError, everyRole, lowerHex } from '@eslabon/core';
import { authorityRegistryAbi } from '@eslabon/did-registry';
import type { TestAccount } from '@eslabon/testkit';
import { testAccount, testKey } from '@eslabon/testkit';
import { stringToHex } from 'viem';
import { readContract } from '../client/read-contract.js';
import { accede } from '../instructions/accede.js';
import { approve } from '../instructions/approve.js';
import { attestKeys } from '../instructions/attest-keys.js';
import { changedBlock } from '../instructions/changed-block.js';
import { erc1056Nonce } from '../instructions/erc1056-nonce.js';
import type { Proposal } from '../instructions/proposal.js';
import { propose } from '../instructions/propose.js';
import { resume } from '../instructions/resume.js';
import { setAttributeSigned } from '../instructions/set-attribute-signed.js';
import { setStatus } from '../instructions/set-status.js';
import { signInstruction } from '../instructions/sign-instruction.js';
import { suspend } from '../instructions/suspend.js';
import { withdraw } from '../instructions/withdraw.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import type { Random } from './random.js';
import type { TestRegistries } from './start-registries.js';

const countries = ['BO', 'CL', 'CO', 'MX', 'PE', 'UY'] as Country[];

/** Whether the contract said no, as opposed to something going wrong. */
function isRefusal(error: unknown): boolean {
  return error instanceof EslabonError && error.details.error !== undefined;
}

/** Instructions that random authorities give, right or wrong, one call each. Throws what the chain refuses. */
export function randomInstructions(net: TestRegistries, founders: readonly string[], random: Random) {
  const actors: TestAccount[] = founders.map((country) => net.authority(country));
  const proposals: Proposal[] = [];
  let salt = 0;

  /** The authority that is active for a country, if there is one. */
  async function active(country: Country): Promise<TestAccount | undefined> {
    const address = await readContract(net.client, {
      address: net.deployment.contracts.authorityRegistry.address,
      abi: authorityRegistryAbi,
      functionName: 'activeAuthority',
      args: [stringToHex(country)],
    });
    return actors.find((one) => one.address === lowerHex(address));
  }

  /** Mostly an active authority; sometimes anybody who ever was one, or may become one. */
  async function actor(): Promise<TestAccount> {
    const one = random.below(8) > 0 ? await active(random.pick(countries)) : undefined;
    return one ?? random.pick(actors);
  }

  const arrangement = () => random.below(3) + 1;
  const version = () => random.below(2) + 1;
  /** 0 for now, the near future, or the past, which is refused. */
  const instant = async () =>
    random.pick([0, 0, 0, 0, 0, (await net.now()) + 20 + random.below(2_000), (await net.now()) - 5]);
  const bits = () => (1n << BigInt(random.below(256))) | (1n << BigInt(random.below(256)));

  const terms = (): ArrangementVersion => ({
    label: random.pick(['CAN', 'Alianza del Pacífico', 'Acordo Regional 🌎', '']),
    textDigest: testKey(`text ${random.below(1_000)}`),
    certificateTypes: random.pick([7, 7, random.below(7) + 1]),
    roles: random.pick([everyRole, everyRole, random.below(everyRole) + 1]),
    validFrom: random.pick([0, 1_000]),
    validUntil: random.pick([0, 0, 4_000_000_000]),
    ttl: 3_600,
    exp: 86_400,
    parties: countries.filter(() => random.below(20) < 19),
  });

  const arrangements = 'arrangementRegistry' as const;
  const authorities = 'authorityRegistry' as const;
  const kinds: Record<string, () => Promise<unknown>> = {
    setStatus: async () =>
      net.act(await actor(), 'statusRegistry', setStatus, {
        changes: Array.from({ length: random.below(3) + 1 }, () => ({
          ...{
            list: random.below(3),
            word: random.pick([0, 1, 4095]),
            revoke: 0n,
            suspend: 0n,
            reinstate: 0n,
          },
          [random.pick(['revoke', 'suspend', 'suspend'])]: bits(),
        })),
      }),
    /** Reinstates whole words, which leaves words that are zero again. */
    reinstate: async () => {
      const list = { list: random.below(3), word: random.pick([0, 1, 4095]), revoke: 0n };
      const suspended = { ...list, suspend: bits(), reinstate: 0n };
      const one = await actor();
      await net.act(one, 'statusRegistry', setStatus, { changes: [suspended] });
      const reinstated = { ...list, suspend: 0n, reinstate: suspended.suspend };
      await net.act(one, 'statusRegistry', setStatus, { changes: [reinstated] });
    },
    propose: async () => net.act(await actor(), arrangements, propose, { arrangement: 0, terms: terms() }),
    amend: async () =>
      net.act(await actor(), arrangements, propose, { arrangement: arrangement(), terms: terms() }),
    accede: async () =>
      net.act(await actor(), arrangements, accede, {
        arrangement: arrangement(),
        version: version(),
        from: await instant(),
      }),
    withdraw: async () =>
      net.act(await actor(), arrangements, withdraw, { arrangement: arrangement(), until: await instant() }),
    suspend: async () =>
      net.act(await actor(), arrangements, suspend, {
        arrangement: arrangement(),
        against: random.pick(countries),
        from: await instant(),
      }),
    resume: async () =>
      net.act(await actor(), arrangements, resume, {
        arrangement: arrangement(),
        against: random.pick(countries),
        until: await instant(),
      }),
    approve: async () => {
      if (proposals.length === 0 || random.below(4) === 0) {
        proposals.push(await newProposal());
      }
      await net.act(await actor(), authorities, approve, { proposal: random.pick(proposals.slice(-3)) });
    },
    /** A proposal that most approve, as far as they may. */
    decide: async () => {
      const proposal = await newProposal();
      for (const country of countries) {
        const one = await active(country);
        if (!one) continue;
        const approved = net.act(one, authorities, approve, { proposal });
        await approved.catch((error: unknown) => {
          if (!isRefusal(error)) throw error;
        });
      }
    },
    attestKeys: async () => {
      const one = await actor();
      const key = { algorithm: 'EdDSA' as const, bytes: new Uint8Array(32).fill(random.below(200)) };
      const keySet = encodeKeySet([
        { fragment: 'key-1', key, validFrom: 1, validUntil: 0, compromisedAt: 0 },
      ]);
      const changed = await changedBlock(net.client, net.deployment, one.address);
      await net.act(one, authorities, attestKeys, { keySet, changedBlock: changed });
    },
    setAttribute: async () => {
      const { address: identity, signDigest } = await actor();
      const nonce = await erc1056Nonce(net.client, net.deployment, identity);
      const value: Hex = `0x${random.below(256).toString(16).padStart(2, '0')}`;
      const instruction = setAttributeSigned({
        ...{ deployment: net.deployment, identity, nonce, name: 'did/pub/Ed25519/veriKey/hex' },
        ...{ value, validity: 100 },
      });
      const { hash } = await net.submitter.submit(await signInstruction(instruction, signDigest));
      awaitOutcome(net.submitter, hash, { pollMs: 5 });
    },
    passTime: () => net.pass(random.below(600) + 1),
  };

  async function newProposal(): Promise<Proposal> {
    const common = { expiresAt: (await net.now()) + 100_000, salt: testKey(`salt ${salt++}`) };
    const action = random.pick(['admit', 'admit', 'replace', 'replace', 'remove', 'succeed'] as const);
    // Any contract will do as the next registry.
    if (action === 'succeed') {
      return { ...common, action, subject: net.deployment.contracts.statusRegistry.address };
    }
    const country = random.pick(countries);
    if (action === 'remove') return { ...common, action, country, subject: (await actor()).address };
    const candidate = testAccount(`candidate ${salt}`);
    actors.push(candidate);
    return { ...common, action, country, subject: candidate.address };
  }

  // Accessions come first in life too: without them nothing can be withdrawn, suspended or amended.
  const names = [
    ...Object.keys(kinds),
    ...['accede', 'accede', 'accede', 'accede', 'suspend', 'decide', 'setStatus', 'setStatus'],
  ];
  /** Gives one instruction. @returns its kind when the chain took it, `undefined` when it was refused. */
  return async (): Promise<string | undefined> => {
    const kind = random.pick(names);
    try {
      await kinds[kind]?.();
      return kind;
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  };
}
