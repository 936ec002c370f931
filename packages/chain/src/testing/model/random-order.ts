import type { Address, AuthorityRecord, Country, Hash } from '@eslabon/core';
import type { TestAccount } from '@eslabon/testkit';
import { testAccount, testKey } from '@eslabon/testkit';
import type { Random } from '../random.js';
import { ownerOf } from './did-model.js';
import type { DidAction, Envelope, Order, OrderBlock, RegistryAction } from './order.js';
import { registryOf } from './order.js';
import { randomArrangementAction } from './random-arrangement-action.js';
import { randomAuthorityAction } from './random-authority-action.js';
import { randomStatusAction } from './random-status-action.js';
import type { RegistryModel } from './registry-model.js';

/** Countries that may have an authority. */
export const countries = ['BO', 'CL', 'CO', 'CR', 'EC', 'MX', 'PE', 'UY'] as Country[];

/** What a random instruction is chosen from. */
export interface OrderSource {
  model: RegistryModel;
  random: Random;
  /** Everybody who has a key: authorities past, present and possible, their owners and delegates. */
  people: Map<Address, TestAccount>;
}

/** Adds a person who was not there before. */
export function newPerson({ people }: OrderSource): TestAccount {
  const person = testAccount(`person ${people.size}`);
  people.set(person.address, person);
  return person;
}

/**
 * A random order, nearly always one that must be taken as things stand: of every forty, about one is dated, numbered or
 * signed wrongly, and one is signed by somebody who may be a delegate. The content may be wrong as well.
 */
export function randomOrder(source: OrderSource, block: OrderBlock): Order {
  const { model, random } = source;
  const active = model.authorityRegistry.records.filter(({ removedAt }) => removedAt === 0);
  const record = random.pick(active);
  const kind = random.below(100);
  if (kind < 2) return { action: randomDidAction(source, record) };
  const actor = random.below(60) === 0 ? random.pick([...source.people.keys()]) : record.did;
  const action =
    kind < 60
      ? randomStatusAction(source, actor)
      : kind < 86
        ? randomArrangementAction(source, record.country, block)
        : randomAuthorityAction(source, actor, block);
  return { envelope: randomEnvelope(source, actor, action, block), action };
}

function randomEnvelope(
  { model, random, people }: OrderSource,
  authority: Address,
  action: RegistryAction,
  { timestamp }: OrderBlock,
): Envelope {
  const nonce = model[registryOf[action.kind]].nonces.get(authority) ?? 0;
  const owner = people.get(ownerOf(model.did, authority)) as TestAccount;
  const right: Envelope = {
    ...{ authority, signer: owner, nonce, deadline: timestamp + random.below(1_000) },
    ...{ chainId: model.chainId, signature: 'good' },
  };
  // A delegate may sign changes of status only; whether this one may is for the model to say.
  if (random.below(40) === 0) return { ...right, signer: random.pick([...people.values()].slice(-6)) };
  if (random.below(40) > 0) return right;
  return random.pick<Envelope>([
    { ...right, signer: random.pick([...people.values()]) },
    { ...right, nonce: nonce + 1 },
    { ...right, nonce: Math.max(0, nonce - 1) },
    { ...right, deadline: timestamp - 1 },
    { ...right, chainId: model.chainId + 1 },
    { ...right, signature: 'high-s' },
    { ...right, signature: 'malformed' },
  ]);
}

function randomDidAction(source: OrderSource, { did: identity }: AuthorityRecord): DidAction {
  const { model, random, people } = source;
  const owner = people.get(ownerOf(model.did, identity)) as TestAccount;
  const recent = random.pick([...people.keys()].slice(-6));
  switch (random.below(6)) {
    case 0:
      return { kind: 'changeOwner', identity, owner, newOwner: newPerson(source).address };
    case 1:
      return { kind: 'revokeDelegate', identity, owner, delegate: recent };
    case 2:
      return { kind: 'setAttribute', identity, owner, value: testKey(`${random.below(999)}`) as Hash };
    default:
      return { kind: 'addDelegate', identity, owner, delegate: recent, validity: 20_000 };
  }
}
