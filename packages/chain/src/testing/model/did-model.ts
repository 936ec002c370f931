import type { Address } from '@eslabon/core';
import type { DidAction, OrderBlock } from './order.js';

const statusDelegate = 'eslabon.status';

/** What ERC-1056 knows, as far as the registries ask for it. */
export interface DidModel {
  owners: Map<Address, Address>;
  /** Of owners, for what they sign. */
  nonces: Map<Address, number>;
  /** Unix seconds until which somebody is a status delegate, by identity and delegate. */
  delegates: Map<string, number>;
  changed: Map<Address, number>;
}

export const emptyDidModel = (): DidModel => ({
  owners: new Map(),
  nonces: new Map(),
  delegates: new Map(),
  changed: new Map(),
});

export const ownerOf = (model: DidModel, identity: Address): Address =>
  model.owners.get(identity) ?? identity;

const delegateKey = (identity: Address, delegate: Address): string =>
  `${statusDelegate}/${identity}/${delegate}`;

export function isDelegate(model: DidModel, identity: Address, delegate: Address, now: number): boolean {
  return (model.delegates.get(delegateKey(identity, delegate)) ?? 0) > now;
}

export function applyDid(model: DidModel, action: DidAction, block: OrderBlock): void {
  const { identity, owner } = action;
  model.nonces.set(owner.address, (model.nonces.get(owner.address) ?? 0) + 1);
  model.changed.set(identity, block.number);
  switch (action.kind) {
    case 'changeOwner':
      model.owners.set(identity, action.newOwner);
      return;
    case 'addDelegate':
      model.delegates.set(delegateKey(identity, action.delegate), block.timestamp + action.validity);
      return;
    case 'revokeDelegate':
      model.delegates.set(delegateKey(identity, action.delegate), block.timestamp);
      return;
    case 'setAttribute':
      return;
  }
}
