import { describe, expect, it } from '@jest/globals';
import { toEventSelector, toFunctionSelector } from 'viem';
import { permissionedMetaTxHubDoubleAbi, relayHubDoubleAbi } from './doubles.js';

const selectorOf = (abi: typeof relayHubDoubleAbi | typeof permissionedMetaTxHubDoubleAbi, name: string) => {
  const item = abi.find((entry) => 'name' in entry && entry.name === name);
  if (item?.type === 'function') return toFunctionSelector(item);
  if (item?.type === 'event') return toEventSelector(item);
  throw new Error(`${name} is neither a function nor an event.`);
};

describe('RelayHubDouble', () => {
  it.each([
    ['relayMetaTx', '0x1416862c'],
    ['deployMetaTx', '0x3ef54cef'],
    ['getNonce', toFunctionSelector('getNonce(address)')],
    ['getGasLimit', toFunctionSelector('getGasLimit()')],
    ['TransactionRelayed', toEventSelector('TransactionRelayed(address,address,address,bool,bytes)')],
    ['ContractDeployed', toEventSelector('ContractDeployed(address,address,address)')],
    // As receipts of LACChain show it.
    ['BadTransactionSent', '0xc62bb53370aadcfe652881fc57ef9ca04a7c473e83b963413f2cf2b5d66c3ef3'],
  ])('has the %s of the hub', (name, selector) => {
    expect(selectorOf(relayHubDoubleAbi, name)).toBe(selector);
  });
});

describe('PermissionedMetaTxHubDouble', () => {
  const forward = '(address,address,uint256,uint32,uint256,uint256,bytes32,address)';

  it.each([
    ['execute', toFunctionSelector(`execute(${forward},bytes,bytes)`)],
    ['isNonceUsed', toFunctionSelector('isNonceUsed(address,uint32,uint256)')],
    ['ContractDeployed', toEventSelector('ContractDeployed(address,address,bytes32)')],
  ])('has the %s of the hub', (name, selector) => {
    expect(selectorOf(permissionedMetaTxHubDoubleAbi, name)).toBe(selector);
  });
});
