import type { Deployment } from '@eslabon/bundle';
import type { Address, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import {
  arrangementRegistryAbi,
  arrangementRegistryBytecode,
  authorityRegistryAbi,
  authorityRegistryBytecode,
  ethereumDidRegistryAbi,
  ethereumDidRegistryBytecode,
  statusRegistryAbi,
  statusRegistryBytecode,
} from '@eslabon/did-registry';
import { encodeDeployData } from 'viem';
import { encodeCountry } from '../codec/country.js';
import type { ContractName } from './deployment-progress.js';
import type { Founder } from './require-founders.js';

/** What is sent to deploy a contract: its bytecode and the constructor arguments, which name contracts before it. */
export function creationCode(
  name: ContractName,
  contracts: Partial<Deployment['contracts']>,
  founders: readonly Founder[],
): Hex {
  const addressOf = (other: ContractName): Address => {
    const pin = contracts[other];
    if (pin !== undefined) return pin.address;
    throw new EslabonError('INTERNAL', `The ${name} cannot be deployed before the ${other}.`);
  };
  const registries = (): readonly [Address, Address] => [
    addressOf('didRegistry'),
    addressOf('authorityRegistry'),
  ];
  switch (name) {
    case 'didRegistry':
      return encodeDeployData({ abi: ethereumDidRegistryAbi, bytecode: ethereumDidRegistryBytecode });
    case 'authorityRegistry': {
      const members = founders.map(({ country, did }) => ({ country: encodeCountry(country), did }));
      return encodeDeployData({
        abi: authorityRegistryAbi,
        bytecode: authorityRegistryBytecode,
        args: [addressOf('didRegistry'), members],
      });
    }
    case 'arrangementRegistry':
      return encodeDeployData({
        abi: arrangementRegistryAbi,
        bytecode: arrangementRegistryBytecode,
        args: registries(),
      });
    case 'statusRegistry':
      return encodeDeployData({
        abi: statusRegistryAbi,
        bytecode: statusRegistryBytecode,
        args: registries(),
      });
  }
}
