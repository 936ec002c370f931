import { rlpDecode, rlpEncode } from '@eslabon/bundle';
import { mutateBytes } from './bytes.mjs';

/** Ways to spoil a tree of maps, arrays, numbers, texts and bytes, as CBOR and RLP have them. */

/** All places of a tree: [parent, key] each. */
function places(tree, found = []) {
  if (tree instanceof Uint8Array || typeof tree !== 'object' || tree === null) return found;
  for (const key of Object.keys(tree)) {
    found.push([tree, key]);
    places(tree[key], found);
  }
  return found;
}

function spoiledValue(value, random) {
  if (value instanceof Uint8Array) return spoiledBytes(value, random);
  if (typeof value === 'number') {
    return random.pick([value + 1, value - 1, 0, -1, 2 ** 32, Number.MAX_SAFE_INTEGER, 2n ** 64n - 1n, 0.5]);
  }
  if (typeof value === 'string' && value.length > 0) {
    const at = random.below(value.length);
    return value.slice(0, at) + random.pick(['', '.', 'A', '\u{1f512}']) + value.slice(at + 1);
  }
  return random.pick([
    null,
    undefined,
    true,
    0,
    '',
    new Uint8Array(0),
    [],
    {},
    nested(1 + random.below(200)),
  ]);
}

/** Bytes that are RLP themselves (headers, nodes) are also spoiled inside, and encoded again. */
function spoiledBytes(value, random) {
  if (value.length < 3 || random.below(2) === 0) return mutateBytes(value, random, value);
  try {
    const item = structuredClone(rlpDecode(value));
    const [parent, key] = random.pick(places(item));
    parent[key] = parent[key] instanceof Uint8Array ? mutateBytes(parent[key], random, value) : [];
    return rlpEncode(item);
  } catch {
    return mutateBytes(value, random, value);
  }
}

function nested(depth) {
  let value = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

/** A place of a tree. Half of the times any part of it is as likely as another, however small it is. */
function somewhere(tree, random) {
  if (random.below(2) === 0) return random.pick(places(tree));
  const part = random.pick(Object.keys(tree));
  return random.pick([[tree, part], ...places(tree[part])]);
}

function spoil(tree, random, other) {
  const [parent, key] = somewhere(tree, random);
  switch (random.below(6)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      break;
    case 1:
      if (Array.isArray(parent)) parent.splice(Number(key), 0, parent[random.below(parent.length)]);
      else parent[`${key}x`] = parent[key];
      break;
    case 2: {
      const swapped = random.pick(Object.keys(parent));
      [parent[key], parent[swapped]] = [parent[swapped], parent[key]];
      break;
    }
    case 3: {
      // What stands elsewhere in another good input: a stale header, a foreign key history.
      const [from, name] = random.pick(places(other));
      parent[key] = structuredClone(from[name]);
      break;
    }
    default:
      parent[key] = spoiledValue(parent[key], random);
  }
}

/** Puts a part of another good input in the same place: the classical mix of two bundles. */
function mix(tree, random, other) {
  const key = random.pick(Object.keys(tree));
  if (other[key] !== undefined) tree[key] = structuredClone(other[key]);
}

/** A copy of a tree, spoiled in one to three ways. */
export function mutateTree(tree, random, other) {
  const copy = structuredClone(tree);
  for (let rounds = 1 + random.below(3); rounds > 0; rounds--) {
    if (random.below(8) === 0) mix(copy, random, other);
    else spoil(copy, random, other);
  }
  return copy;
}
