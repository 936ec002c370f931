import type { KeySetKey } from '@eslabon/bundle';
import { encodeKeySet } from '@eslabon/bundle';
import { attestKeys, changedBlock, publishedAttributes, setAttributeSigned } from '@eslabon/chain';
import type { Country, Hex } from '@eslabon/core';
import type { DelegateKey } from '../plan/keys.js';
import { controllerKey, delegateKey } from '../plan/keys.js';
import type { SealedChain } from './sealed-chain.js';
import { authorityOf } from './sealed-chain.js';

/** Ten years, as agents publish their keys for. */
const validity = 315_360_000;
const name = 'did/pub/P256/veriKey/hex';

/** An authority adds a key to its DID. */
export async function publishKey(chain: SealedChain, country: Country, number: number): Promise<void> {
  const authority = authorityOf(country);
  const value = publishedValue(delegateKey(country, number));
  await chain.change(authority, (nonce) =>
    setAttributeSigned({
      deployment: chain.deployment,
      identity: authority.address,
      name,
      value,
      validity,
      nonce,
    }),
  );
}

/** An authority attests its controller and the first `count` keys that it published, as agents do. */
export async function attestKeyHistory(chain: SealedChain, country: Country, count: number): Promise<void> {
  const { client, deployment, index } = chain;
  const authority = authorityOf(country);
  await index.sync();
  const record = index.factsAt().authorities.records.find(({ did }) => did === authority.address);
  const published = await publishedAttributes(client, deployment, authority.address);
  const delegates = Array.from({ length: count }, (_, at): KeySetKey => {
    const { fragment, key } = delegateKey(country, at + 1);
    const attribute = published.find(({ value }) => value === publishedValue({ fragment, key }));
    if (attribute === undefined) throw new Error(`${country} has not published ${fragment}.`);
    return { fragment, key, validFrom: attribute.timestamp, validUntil: attribute.validTo, compromisedAt: 0 };
  });
  const keySet = encodeKeySet([
    {
      fragment: 'controller',
      key: controllerKey(`authority of ${country}`),
      validFrom: record?.admittedAt ?? 0,
      validUntil: 0,
      compromisedAt: 0,
    },
    ...delegates,
  ]);
  const changed = await changedBlock(client, deployment, authority.address);
  await chain.act(authority, 'authorityRegistry', attestKeys, { keySet, changedBlock: changed });
}

function publishedValue({ key }: DelegateKey): Hex {
  return `0x${Buffer.from(key.bytes).toString('hex')}`;
}
