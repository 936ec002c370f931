import type { Address, Hash, Hex } from '@eslabon/core';
import { ethereumDidRegistryAbi as abi } from '@eslabon/did-registry';
import { encodeFunctionData, stringToHex, toHex } from 'viem';
import type { Random } from '../random.js';

/** What the generator knows of an identity: who may act for it, and what was published. */
export interface DidActor {
  identity: Address;
  owner: Address;
  delegates: [type: Hash, delegate: Address][];
  attributes: [name: Hash, value: Hex][];
}

const nobody: Address = `0x${'0'.repeat(40)}`;
const day = 86_400;

const delegateTypes = ['veriKey', 'sigAuth', 'veriKey', 'sigAuth', 'enc', 'eslabon.status', ''];
const algorithms = ['Secp256k1', 'Ed25519', 'X25519', 'RSA', 'P256', 'Foo'];
const purposes = ['veriKey', 'sigAuth', 'enc', 'veriKey', 'sigAuth', 'other'];
const encodings = ['hex', 'base64', 'base58', 'pem', 'odd'];

/** Names that are none of a key or a service in full, or only look so. */
const oddNames = [
  'did/pub/Ed-25519/veriKey/hex',
  'did/pub/',
  'did/pub/A/b/c/d',
  'did/pub/Secp256k1',
  'did/pub/Secp256k1/veriKey',
  'did/pub/RSAVerification/Key2018',
  'did/pub/secp256k1/veriKey/hex',
  'did/svc/Linked-Domains',
  'did/svc/',
  'did/svc/Hub/extra/words',
  'did/svc/Hub\n',
  'did/svc',
  'something else',
  '',
];

const services = [
  'https://customs.example/hub',
  '{"uri":"https://customs.example","routingKeys":["a",{"b":[1,null,true]}]}',
  '["https://a.example","https://b.example"]',
  '{"__proto__":{"a":1}}',
  '12.5',
  'null',
  '"quoted"',
  '{not json',
  '',
  '\ufeff{}',
];

/** A random call of ERC-1056 by the owner of the identity, which `actor` is changed by. It may be refused. */
export function randomDidCall(actor: DidActor, others: readonly Address[], random: Random): Hex {
  const { identity } = actor;
  const some = random.below(100);
  if (some < 8) {
    const next = random.pick([
      identity,
      random.pick(others),
      random.pick(others),
      randomAddress(random),
      nobody,
    ]);
    actor.owner = next === nobody ? identity : next;
    return encodeFunctionData({ abi, functionName: 'changeOwner', args: [identity, next] });
  }
  if (some < 32) {
    const known = actor.delegates.length > 0 && random.below(3) === 0;
    const [type, delegate] = known ? random.pick(actor.delegates) : randomDelegate(others, random);
    actor.delegates.push([type, delegate]);
    const args = [identity, type, delegate, validity(random)] as const;
    return encodeFunctionData({ abi, functionName: 'addDelegate', args });
  }
  if (some < 42) {
    const known = actor.delegates.length > 0 && random.below(6) > 0;
    const [type, delegate] = known ? random.pick(actor.delegates) : randomDelegate(others, random);
    return encodeFunctionData({ abi, functionName: 'revokeDelegate', args: [identity, type, delegate] });
  }
  const known = actor.attributes.length > 0 && random.below(some < 84 ? 4 : 8) === 0;
  const [name, value] =
    known === some < 84
      ? random.pick([...actor.attributes, randomAttribute(random)])
      : randomAttribute(random);
  if (some >= 84)
    return encodeFunctionData({ abi, functionName: 'revokeAttribute', args: [identity, name, value] });
  actor.attributes.push([name, value]);
  return encodeFunctionData({
    abi,
    functionName: 'setAttribute',
    args: [identity, name, value, validity(random)],
  });
}

/** In seconds: none, the least, days, or so long that it never ends. */
function validity(random: Random): bigint {
  return random.pick([0n, 1n, BigInt(random.below(90 * day)), BigInt(random.below(400 * day)), 10n ** 15n]);
}

function randomDelegate(others: readonly Address[], random: Random): [Hash, Address] {
  const type = random.below(20) === 0 ? randomBytes(32, random) : bytes32(random.pick(delegateTypes));
  return [type, random.pick([random.pick(others), randomAddress(random)])];
}

function randomAttribute(random: Random): [Hash, Hex] {
  const kind = random.below(20);
  if (kind < 11) {
    const encoding = random.pick(encodings);
    const name = `did/pub/${random.pick(algorithms)}/${random.pick(purposes)}/${encoding}`;
    return [bytes32(name), randomKey(encoding, random)];
  }
  if (kind < 15)
    return [bytes32(`did/svc/${random.pick(['Hub', 'MessagingService', 'x'])}`), randomService(random)];
  if (kind < 19) return [bytes32(random.pick(oddNames)), randomService(random)];
  return [randomBytes(32, random), randomBytes(10, random)];
}

function randomKey(encoding: string, random: Random): Hex {
  if (encoding === 'pem' && random.below(3) > 0)
    return stringToHex('-----BEGIN PUBLIC KEY-----\nAA==\n-----END');
  const bytes = randomBytes(random.pick([32, 33, 33, 65, 200, 1, 0]), random);
  // Leading zeros are what encodings of numbers lose.
  return random.below(4) === 0 ? `0x0000${bytes.slice(2)}` : bytes;
}

function randomService(random: Random): Hex {
  return random.below(10) === 0 ? randomBytes(20, random) : stringToHex(random.pick(services));
}

/** As many bytes of the text as a name holds. */
function bytes32(text: string): Hash {
  return `0x${stringToHex(text).slice(2, 66).padEnd(64, '0')}`;
}

function randomAddress(random: Random): Address {
  return randomBytes(20, random);
}

export function randomBytes(length: number, random: Random): Hex {
  return toHex(Uint8Array.from({ length }, () => random.below(256)));
}
