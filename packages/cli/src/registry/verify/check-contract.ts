import { type Deployment, keccak256 } from '@eslabon/bundle';
import type { ContractName } from '@eslabon/chain';
import type { RegistryName } from '@eslabon/did-registry';
import { checkedInArtifacts } from './checked-in-artifacts.js';
import { compareCode } from './compare-code.js';
import { compareImmutables } from './compare-immutables.js';
import { compareLayout } from './compare-layout.js';
import type { CompiledContract, CompiledContracts } from './compiled-contracts.js';
import { expectedImmutables } from './expected-immutables.js';
import type { Finding, Mismatch } from './finding.js';

const registryNames = {
  authorityRegistry: 'AuthorityRegistry',
  arrangementRegistry: 'ArrangementRegistry',
  statusRegistry: 'StatusRegistry',
} as const satisfies Record<Exclude<ContractName, 'didRegistry'>, RegistryName>;

export interface ContractToCheck {
  deployment: Deployment;
  compiled: CompiledContracts;
  /** Runtime code on the chain, `0x` where there is none. */
  code: string;
}

/** Every check of one contract. */
export function checkContract(
  contract: ContractName,
  { deployment, compiled, code }: ContractToCheck,
): Finding[] {
  const pin = deployment.contracts[contract];
  const pinned = difference('codeHash', pin.codeHash, code === '0x' ? 'no code' : hashOf(code));
  if (contract === 'didRegistry') {
    const { stock } = compiled;
    return [
      { contract, check: 'pinned', mismatches: pinned },
      { contract, check: 'code', mismatches: compareCode(code, { ...stock, immutables: {} }) },
      { contract, check: 'artifact', mismatches: compareArtifact(contract, stock) },
    ];
  }
  const name = registryNames[contract];
  const own = compiled.contracts[name];
  return [
    { contract, check: 'pinned', mismatches: pinned },
    { contract, check: 'code', mismatches: compareCode(code, own) },
    {
      contract,
      check: 'immutables',
      mismatches: compareImmutables(code, own.immutables, expectedImmutables(contract, name, deployment)),
    },
    { contract, check: 'artifact', mismatches: compareArtifact(contract, own) },
    { contract, check: 'layout', mismatches: compareLayout(name, own.storageLayout) },
  ];
}

/** Whether what programs here were built with is what the sources compile to. */
function compareArtifact(
  contract: ContractName,
  { abi, bytecode }: Pick<CompiledContract, 'abi' | 'bytecode'>,
): Mismatch[] {
  const artifact = checkedInArtifacts[contract];
  return [
    ...difference('bytecode', bytecode, artifact.bytecode).map((mismatch) => ({
      ...mismatch,
      expected: hashOf(bytecode),
      found: hashOf(artifact.bytecode),
    })),
    ...difference('abi', JSON.stringify(abi), JSON.stringify(artifact.abi)).map((mismatch) => ({
      ...mismatch,
      expected: `${mismatch.expected.length} characters`,
      found: `${mismatch.found.length} characters, others`,
    })),
  ];
}

function difference(at: string, expected: string, found: string): Mismatch[] {
  return expected === found ? [] : [{ at, expected, found }];
}

function hashOf(code: string): string {
  return `0x${Buffer.from(keccak256(Buffer.from(code.slice(2), 'hex'))).toString('hex')}`;
}
