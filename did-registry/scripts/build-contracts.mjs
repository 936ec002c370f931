// Compiles the contracts with npm solc and the settings of foundry.toml. Node 18 or later.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Contracts that are deployed; everything else is reached by import. */
const contractNames = ['AuthorityRegistry', 'ArrangementRegistry', 'StatusRegistry'];

/** Stand-ins for contracts of LACChain, for tests. */
const doubleNames = ['PermissionedMetaTxHubDouble', 'RelayHubDouble'];

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
      '*': {
        '*': [
          'abi',
          'evm.bytecode.object',
          'evm.deployedBytecode.object',
          'evm.deployedBytecode.immutableReferences',
          'storageLayout',
        ],
        '': ['ast'],
      },
    },
  };
}

function resolveImport(path) {
  const file = /^(contracts|test)\//.test(path) ? join(root, path) : require.resolve(path);
  return { contents: readFileSync(file, 'utf8') };
}

/** Warnings in our own sources count; those of dependencies, and that Berlin is old, are not ours to mend. */
function isProblem({ severity, sourceLocation }) {
  return severity === 'error' || (severity === 'warning' && sourceLocation?.file.startsWith('contracts/'));
}

/**
 * Where the compiler leaves room for immutables in the runtime code: name → [{ start, length }] in bytes. The compiler
 * names them by the ids of their declarations.
 */
function immutablesOf(references, sources) {
  const names = new Map();
  const visit = (node) => {
    if (node.nodeType === 'VariableDeclaration' && node.mutability === 'immutable')
      names.set(node.id, node.name);
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) child.filter((one) => one?.nodeType).forEach(visit);
      else if (child?.nodeType) visit(child);
    }
  };
  for (const { ast } of Object.values(sources)) visit(ast);
  return Object.fromEntries(
    Object.entries(references).map(([id, places]) => [names.get(Number(id)) ?? id, places]),
  );
}

/** Compiles all contracts: name → { abi, bytecode, runtime, runtimeSize, immutables, storageLayout }. */
export function buildContracts() {
  return compile(contractNames, 'contracts');
}

/** The same for the doubles, in a run of its own so that they cannot touch the others. */
export function buildDoubles() {
  return compile(doubleNames, 'contracts/doubles');
}

/** The registries of test/gas, which take changes from their sender: for measuring only. */
export function buildDirectContracts() {
  return compile(
    contractNames.map((name) => `Direct${name}`),
    'test/gas',
  );
}

function compile(names, folder) {
  const solc = require('solc');
  const paths = names.map((name) => `${folder}/${name}.sol`);
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(paths.map((path) => [path, { content: resolveImport(path).contents }])),
    settings: compilerSettings(),
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: resolveImport }));
  const problems = (output.errors ?? []).filter(isProblem);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.formattedMessage).join('\n'));
  return Object.fromEntries(
    names.map((name, index) => {
      const { abi, evm, storageLayout } = output.contracts[paths[index]][name];
      const { object, immutableReferences } = evm.deployedBytecode;
      const contract = {
        abi,
        bytecode: `0x${evm.bytecode.object}`,
        runtime: `0x${object}`,
        runtimeSize: object.length / 2,
        immutables: immutablesOf(immutableReferences, output.sources),
        storageLayout,
      };
      return [name, contract];
    }),
  );
}

/** ABI, creation bytecode and runtime code of the stock ERC-1056 registry, as its npm package carries them. */
export function readStockRegistry() {
  const path = 'ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json';
  const { abi, bytecode, deployedBytecode } = JSON.parse(
    readFileSync(join(root, 'node_modules', path), 'utf8'),
  );
  return { abi, bytecode, runtime: deployedBytecode, runtimeSize: (deployedBytecode.length - 2) / 2 };
}
