import type { KeySetKey } from '@eslabon/bundle';
import type { PublishedAttribute } from '@eslabon/chain';
import { attributeFor } from '@eslabon/veramo';
import type { KeyRing } from '../platform/keys/open-key-ring.js';
import { publicKeyOf } from '../platform/keys/public-key-of.js';

/** Attributes of the authority's assertion keys that ERC-1056 must show, in the order of their fragments. */
export function attributesOf(keys: KeyRing) {
  return keys
    .list()
    .filter((key) => key.fragment !== 'controller')
    .map((key) => {
      const { nameText: name, value } = attributeFor(key);
      return { key, name, value };
    });
}

/**
 * The key history of an authority as ERC-1056 shows it: each key from the block that published it. The controller signs
 * since the authority was admitted.
 */
export function ownKeySet(
  keys: KeyRing,
  admittedAt: number,
  published: readonly PublishedAttribute[],
): KeySetKey[] {
  const delegates = attributesOf(keys).flatMap(({ key, name, value }) => {
    const attribute = published.find((entry) => entry.name === name && entry.value === value);
    if (attribute === undefined) return [];
    const { timestamp: validFrom, validTo: validUntil } = attribute;
    return [
      {
        fragment: key.fragment,
        key: publicKeyOf(keys.key(key.fragment)),
        validFrom,
        validUntil,
        compromisedAt: 0,
      },
    ];
  });
  const controller = publicKeyOf(keys.key('controller'));
  return [
    { fragment: 'controller', key: controller, validFrom: admittedAt, validUntil: 0, compromisedAt: 0 },
    ...delegates,
  ];
}
