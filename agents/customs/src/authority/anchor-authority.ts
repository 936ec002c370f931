import { encodeKeySet, keccak256 } from '@eslabon/bundle';
import {
  attestKeys,
  awaitOutcome,
  type Call,
  changedBlock,
  erc1056Nonce,
  nonceOf,
  publishedAttributes,
  setAttributeSigned,
  signInstruction,
  toRefusal,
} from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import { attributesOf, ownKeySet } from './own-key-set.js';

export type AnchorParts = Pick<
  AgentParts,
  'config' | 'keys' | 'client' | 'submitter' | 'follower' | 'clock' | 'log'
>;

/** Ten years: a certificate must stay verifiable by the key that signed it for as long as it is valid. */
const keyValidity = 315_360_000;
const instructionLifetime = 3600;

/**
 * Publishes the authority's assertion keys in ERC-1056 and attests its key history in AuthorityRegistry. Does only what
 * the chain does not show yet, so that it can be repeated after any failure.
 * @throws EslabonError CHAIN_NOT_MEMBER before the authority is admitted, CHAIN_* as the chain answers.
 */
export async function anchorAuthority(parts: AnchorParts): Promise<void> {
  const { config, keys, client, follower } = parts;
  const { deployment } = config;
  await follower.sync();
  const record = follower.index.factsAt().authorities.records.find((entry) => entry.did === keys.address);
  if (record === undefined || record.removedAt !== 0) {
    throw new EslabonError('CHAIN_NOT_MEMBER', `${keys.did} is not an admitted authority of this network.`, {
      hints: ['The members of AuthorityRegistry admit it by approving its DID.'],
    });
  }
  const published = await publishedAttributes(client, deployment, keys.address);
  for (const { key, name, value } of attributesOf(keys)) {
    if (published.some((entry) => entry.name === name && entry.value === value)) continue;
    const nonce = await erc1056Nonce(client, deployment, keys.address);
    await carry(
      parts,
      setAttributeSigned({ deployment, identity: keys.address, name, value, validity: keyValidity, nonce }),
    );
    parts.log.info({ fragment: key.fragment }, 'published a key in ERC-1056');
  }
  const history = ownKeySet(
    keys,
    record.admittedAt,
    await publishedAttributes(client, deployment, keys.address),
  );
  const keySet = encodeKeySet(history);
  const changed = await changedBlock(client, deployment, keys.address);
  const digest = `0x${Buffer.from(keccak256(keySet)).toString('hex')}`;
  if (record.keySetHash === digest && record.keySetBlock === changed) return;
  const nonce = await nonceOf(client, deployment.contracts.authorityRegistry.address, keys.address);
  const deadline = unixSeconds(parts.clock()) + instructionLifetime;
  await carry(
    parts,
    attestKeys({ deployment, authority: keys.address, keySet, changedBlock: changed, nonce, deadline }),
  );
  parts.log.info({ keys: history.length }, 'attested the key history');
  await follower.sync();
}

async function carry(
  { keys, submitter }: AnchorParts,
  instruction: Parameters<typeof signInstruction>[0],
): Promise<void> {
  const call: Call = await signInstruction(instruction, (digest) =>
    keys.signDigest(`${keys.did}#controller`, digest),
  );
  const { hash } = await submitter.submit(call);
  const outcome = await awaitOutcome(submitter, hash, { pollMs: 20 });
  if (outcome.state === 'reverted') throw toRefusal(hash, outcome);
}
