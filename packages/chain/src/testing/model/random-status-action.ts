import type { Address } from '@eslabon/core';
import type { StatusChange } from '../../instructions/set-status.js';
import type { Random } from '../random.js';
import type { StatusAction } from './order.js';
import type { OrderSource } from './random-order.js';
import { listOf } from './status-model.js';

const lists = [0, 1, 2, 63];
const words = [0, 1, 2, 4_095];

/** One to four changes, of which mostly all are possible. */
export function randomStatusAction(source: OrderSource, authority: Address): StatusAction {
  const { random } = source;
  const changes = Array.from({ length: random.pick([1, 1, 1, 2, 4]) }, () => change(source, authority));
  return { kind: 'setStatus', changes: random.below(60) === 0 ? [...changes, oddChange(random)] : changes };
}

function change({ model, random }: OrderSource, authority: Address): StatusChange {
  const [list, word] = [random.pick(lists), random.pick(words)];
  const fact = listOf(model.statusRegistry, authority, list);
  const revoked = fact.revoked.get(word) ?? 0n;
  const suspended = fact.suspended.get(word) ?? 0n;
  const none = { list, word, revoke: 0n, suspend: 0n, reinstate: 0n };
  const wish = random.below(10);
  const reinstate = suspended & ~revoked & (random.below(2) === 0 ? suspended : randomWord(random));
  if (wish < 4 && reinstate !== 0n) return { ...none, reinstate };
  const suspend = randomWord(random) & randomWord(random) & ~revoked;
  if (wish < 8 && suspend !== 0n) return { ...none, suspend };
  const bit = 1n << BigInt(random.below(256));
  return {
    ...none,
    revoke: bit | (1n << BigInt(random.below(256))),
    suspend: suspend & ~bit & sparse(random),
  };
}

/** Nearly always nothing, so that what is revoked and what is suspended seldom collide. */
const sparse = (random: Random): bigint => (random.below(20) === 0 ? randomWord(random) : 0n);

function oddChange(random: Random): StatusChange {
  const none = { list: random.pick(lists), word: random.pick(words), revoke: 0n, suspend: 0n, reinstate: 0n };
  return random.pick([
    none,
    { ...none, list: 64, revoke: 1n },
    { ...none, word: 4_096, revoke: 1n },
    { ...none, revoke: 3n, suspend: 1n },
    { ...none, suspend: 2n, reinstate: 2n },
    { ...none, suspend: randomWord(random) },
    { ...none, reinstate: randomWord(random) },
  ]);
}

function randomWord(random: Random): bigint {
  let word = 0n;
  for (let part = 0; part < 8; part++) word = (word << 32n) | BigInt(random.below(2 ** 32));
  return word;
}
