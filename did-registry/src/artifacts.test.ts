import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  arrangementRegistryRuntimeSize,
  authorityRegistryRuntimeSize,
  ethereumDidRegistryAbi,
  ethereumDidRegistryBytecode,
  statusRegistryRuntimeSize,
} from './index.js';

const stockArtifact =
  '../node_modules/ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json';
const script = fileURLToPath(new URL('../scripts/compile.mjs', import.meta.url));

describe('checked-in artifacts', () => {
  it('are what the compiler makes of the contracts', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('carry the stock ERC-1056 registry unchanged', () => {
    const artifact = JSON.parse(readFileSync(new URL(stockArtifact, import.meta.url), 'utf8'));
    expect(ethereumDidRegistryBytecode).toBe(artifact.bytecode);
    expect(ethereumDidRegistryAbi).toEqual(artifact.abi);
  });

  it.each([
    ['AuthorityRegistry', authorityRegistryRuntimeSize],
    ['ArrangementRegistry', arrangementRegistryRuntimeSize],
    ['StatusRegistry', statusRegistryRuntimeSize],
  ])('keep %s within the code size of EIP-170', (_name, size) => {
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(24_576);
  });
});
