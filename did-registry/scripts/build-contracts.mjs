// Compiles the contracts with npm solc and the settings of foundry.toml. Node 18 or later.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Contracts that are deployed; everything else is reached by import. */
const contractNames = ['AuthorityRegistry', 'ArrangementRegistry', 'StatusRegistry'];

function readSetting(toml, key) {
  const value = new RegExp(`^${key} = (.+)$`, 'm').exec(toml)?.[1];
  if (value === undefined) throw new Error(`foundry.toml has no ${key}`);
  return JSON.parse(value);
}

function compilerSettings() {
  const toml = readFileSync(join(root, 'foundry.toml'), 'utf8');
  return {
    evmVersion: readSetting(toml, 'evm_version'),
    optimizer: { enabled: readSetting(toml, 'optimizer'), runs: readSetting(toml, 'optimizer_runs') },
    metadata: { bytecodeHash: readSetting(toml, 'bytecode_hash') },
    outputSelection: {
      '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'storageLayout'] },
    },
  };
}

function resolveImport(path) {
  const file = path.startsWith('contracts/') ? join(root, path) : require.resolve(path);
  return { contents: readFileSync(file, 'utf8') };
}

/** Warnings in our own sources count; those of dependencies, and that Berlin is old, are not ours to mend. */
function isProblem({ severity, sourceLocation }) {
  return severity === 'error' || (severity === 'warning' && sourceLocation?.file.startsWith('contracts/'));
}

/** Compiles all contracts: name → { abi, bytecode, runtimeSize, storageLayout }. */
export function buildContracts() {
  const solc = require('solc');
  const paths = contractNames.map((name) => `contracts/${name}.sol`);
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(paths.map((path) => [path, { content: resolveImport(path).contents }])),
    settings: compilerSettings(),
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: resolveImport }));
  const problems = (output.errors ?? []).filter(isProblem);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.formattedMessage).join('\n'));
  return Object.fromEntries(
    contractNames.map((name, index) => {
      const { abi, evm, storageLayout } = output.contracts[paths[index]][name];
      const runtimeSize = evm.deployedBytecode.object.length / 2;
      return [name, { abi, bytecode: `0x${evm.bytecode.object}`, runtimeSize, storageLayout }];
    }),
  );
}

/** ABI and creation bytecode of the stock ERC-1056 registry, as its npm package carries them. */
export function readStockRegistry() {
  const path = 'ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json';
  const { abi, bytecode, deployedBytecode } = JSON.parse(
    readFileSync(join(root, 'node_modules', path), 'utf8'),
  );
  return { abi, bytecode, runtimeSize: (deployedBytecode.length - 2) / 2 };
}
