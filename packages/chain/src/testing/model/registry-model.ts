import type { Address, Country, RegistryFacts } from '@eslabon/core';
import type { ArrangementModel } from './arrangement-model.js';
import { applyArrangement, arrangementFactsOf, emptyArrangementModel } from './arrangement-model.js';
import type { AuthorityModel } from './authority-model.js';
import { activeRecord, applyAuthority, authorityFactsOf, foundAuthorityModel } from './authority-model.js';
import type { DidModel } from './did-model.js';
import { applyDid, emptyDidModel, isDelegate, ownerOf } from './did-model.js';
import type { Envelope, Order, OrderBlock, RegistryAction } from './order.js';
import { registryOf } from './order.js';
import { ensure, Refusal } from './refusal.js';
import type { StatusModel } from './status-model.js';
import { applyStatus, emptyStatusModel, statusFactsOf } from './status-model.js';

/** All four contracts as plain data and rules: no chain, no events, no storage. */
export interface RegistryModel {
  chainId: number;
  /** Addresses that have code. */
  contracts: ReadonlySet<Address>;
  did: DidModel;
  authorityRegistry: AuthorityModel;
  arrangementRegistry: ArrangementModel;
  statusRegistry: StatusModel;
}

export interface RegistryModelOptions {
  chainId: number;
  contracts: readonly Address[];
  founders: readonly { country: Country; did: Address }[];
  /** Of the block that founded AuthorityRegistry. */
  timestamp: number;
}

export function createRegistryModel(options: RegistryModelOptions): RegistryModel {
  return {
    chainId: options.chainId,
    contracts: new Set(options.contracts),
    did: emptyDidModel(),
    authorityRegistry: foundAuthorityModel(options.founders, options.timestamp),
    arrangementRegistry: emptyArrangementModel(),
    statusRegistry: emptyStatusModel(),
  };
}

export function modelFacts(model: RegistryModel): RegistryFacts {
  return {
    authorities: authorityFactsOf(model.authorityRegistry),
    arrangements: arrangementFactsOf(model.arrangementRegistry),
    statuses: statusFactsOf(model.statusRegistry),
  };
}

/**
 * Does what an order says, or nothing.
 * @returns the custom error with which the contract must refuse it; `undefined` when it must be taken
 */
export function applyOrder(model: RegistryModel, order: Order, block: OrderBlock): string | undefined {
  if (!('envelope' in order)) {
    applyDid(model.did, order.action, block);
    return undefined;
  }
  const { envelope, action } = order;
  try {
    checkEnvelope(model, envelope, action, block);
    applyAction(model, envelope.authority, action, block);
  } catch (error) {
    if (error instanceof Refusal) return error.error;
    throw error;
  }
  model[registryOf[action.kind]].nonces.set(envelope.authority, envelope.nonce + 1);
  return undefined;
}

function checkEnvelope(
  model: RegistryModel,
  { authority, signer, nonce, deadline, chainId, signature }: Envelope,
  action: RegistryAction,
  { timestamp }: OrderBlock,
): void {
  ensure(chainId === model.chainId, 'InstructionWrongChain');
  ensure(timestamp <= deadline, 'InstructionExpired');
  ensure(nonce === (model[registryOf[action.kind]].nonces.get(authority) ?? 0), 'InstructionNonce');
  ensure(signature !== 'high-s', 'SignatureHighS');
  ensure(signature !== 'malformed', 'SignatureMalformed');
  const isOwner = signer.address === ownerOf(model.did, authority);
  const mayDelegate = action.kind === 'setStatus';
  const isAllowed = isOwner || (mayDelegate && isDelegate(model.did, authority, signer.address, timestamp));
  ensure(isAllowed, 'SignerNotAuthorized');
}

function applyAction(model: RegistryModel, actor: Address, action: RegistryAction, block: OrderBlock): void {
  const record = activeRecord(model.authorityRegistry, actor);
  switch (action.kind) {
    case 'setStatus':
      applyStatus(model.statusRegistry, actor, record !== undefined, action, block);
      return;
    case 'approve':
    case 'attestKeys':
      applyAuthority(model.authorityRegistry, actor, action, block, {
        changed: (identity) => model.did.changed.get(identity) ?? 0,
        isContract: (address) => model.contracts.has(address),
      });
      return;
    default:
      applyArrangement(model.arrangementRegistry, record?.country, action, block);
  }
}
