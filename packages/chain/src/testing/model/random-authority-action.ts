import type { Address } from '@eslabon/core';
import { testKey } from '@eslabon/testkit';
import type { Proposal } from '../../instructions/proposal.js';
import { proposalIdOf } from '../../instructions/proposal.js';
import type { AuthorityAction, OrderBlock } from './order.js';
import type { OrderSource } from './random-order.js';
import { countries, newPerson } from './random-order.js';

/** Proposals by those who made them; the contract keeps only their digests. */
const made = new WeakMap<OrderSource['model'], Proposal[]>();

/** An attestation of keys, a new proposal, or the approval of a recent one. */
export function randomAuthorityAction(
  source: OrderSource,
  actor: Address,
  block: OrderBlock,
): AuthorityAction {
  const { model, random } = source;
  if (random.below(3) === 0) {
    const changed = model.did.changed.get(actor) ?? 0;
    const length = random.below(12) === 0 ? 8_193 : random.below(200);
    const changedBlock = changed + (random.below(12) === 0 ? 1 : 0);
    return { kind: 'attestKeys', keySet: new Uint8Array(length).fill(random.below(256)), changedBlock };
  }
  const proposals = made.get(model) ?? [];
  made.set(model, proposals);
  const bit = (1n << BigInt(model.authorityRegistry.records.findIndex(({ did }) => did === actor) + 1)) >> 1n;
  const open = proposals.slice(-6).filter((proposal) => {
    const known = model.authorityRegistry.proposals.get(proposalIdOf(proposal));
    return (
      proposal.expiresAt > block.timestamp && !known?.executedAt && ((known?.approvals ?? 0n) & bit) === 0n
    );
  });
  if (open.length > 0 && random.below(5) > 0) return { kind: 'approve', proposal: random.pick(open) };
  if (proposals.length > 0 && random.below(10) === 0) {
    return { kind: 'approve', proposal: random.pick(proposals.slice(-12)) };
  }
  const proposal = newProposal(source, proposals.length, block);
  proposals.push(proposal);
  return { kind: 'approve', proposal };
}

function newProposal(source: OrderSource, count: number, { timestamp }: OrderBlock): Proposal {
  const { model, random } = source;
  const life = random.pick([500, 5_000, 50_000, 90 * 86_400 + random.below(2)]);
  const common = { expiresAt: timestamp + life, salt: testKey(`salt ${count}`) };
  const { records } = model.authorityRegistry;
  const vacant = countries.filter(
    (country) => !records.some((one) => one.country === country && one.removedAt === 0),
  );
  const dice = random.below(20);
  if (dice === 0) {
    return {
      ...common,
      action: 'succeed',
      subject: random.pick([...model.contracts, newPerson(source).address]),
    };
  }
  if (dice < 5) {
    const record = random.pick(records.slice(-8));
    const country = random.below(8) === 0 ? random.pick(countries) : record.country;
    return { ...common, action: 'remove', country, subject: record.did };
  }
  const subject = random.below(10) === 0 ? random.pick(records).did : newPerson(source).address;
  const [country = random.pick(countries)] = random.below(8) > 0 ? vacant : [];
  const action = vacant.includes(country) === random.below(10) > 0 ? 'admit' : 'replace';
  return { ...common, action, country, subject };
}
