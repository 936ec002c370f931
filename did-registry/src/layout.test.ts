import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { FieldLayout } from './index.js';
import * as layout from './index.js';

interface StorageField {
  label: string;
  slot: string;
  offset: number;
  type: string;
}

interface StorageType {
  label: string;
  encoding: string;
  numberOfBytes: string;
  members?: StorageField[];
}

interface StorageLayout {
  storage: StorageField[];
  types: Record<string, StorageType>;
}

const script = fileURLToPath(new URL('../scripts/compile.mjs', import.meta.url));
const { stdout } = spawnSync(process.execPath, [script, '--layout'], { encoding: 'utf8' });
const compiled = JSON.parse(stdout) as Record<string, StorageLayout>;

function compiledLayout(contract: string): StorageLayout {
  const found = compiled[contract];
  if (found === undefined) throw new Error(`The compiler made no layout of ${contract}.`);
  return found;
}

function typeOf({ types }: StorageLayout, id: string): StorageType {
  const found = types[id];
  if (found === undefined) throw new Error(`The layout has no type ${id}.`);
  return found;
}

/** Fields as the compiler lays them out, by name without the underscore of private variables. */
function fieldsOf(contract: StorageLayout, fields: StorageField[]): Record<string, FieldLayout> {
  return Object.fromEntries(
    fields.map(({ label, slot, offset, type }) => [
      label.replace(/^_/, ''),
      { slot: Number(slot), offset, bytes: Number(typeOf(contract, type).numberOfBytes) },
    ]),
  );
}

function structOf(contractName: string, structName: string) {
  const contract = compiledLayout(contractName);
  const found = Object.values(contract.types).find(({ label }) => label.endsWith(`.${structName}`));
  if (found?.members === undefined) throw new Error(`${contractName} stores no struct ${structName}.`);
  return { fields: fieldsOf(contract, found.members), slots: Number(found.numberOfBytes) / 32 };
}

describe('storage layout of the contracts', () => {
  it.each([
    ['AuthorityRegistry', layout.authorityRegistryLayout],
    ['ArrangementRegistry', layout.arrangementRegistryLayout],
    ['StatusRegistry', layout.statusRegistryLayout],
  ])('%s', (name, expected) => {
    const contract = compiledLayout(name);
    expect(fieldsOf(contract, contract.storage)).toEqual(expected);
  });
});

describe('storage layout of the structs', () => {
  it.each([
    ['AuthorityRegistry', 'Record', layout.recordLayout],
    ['AuthorityRegistry', 'Proposal', layout.proposalLayout],
    ['ArrangementRegistry', 'Arrangement', layout.arrangementLayout],
    ['ArrangementRegistry', 'Terms', layout.termsLayout],
    ['ArrangementRegistry', 'Accession', layout.accessionLayout],
    ['ArrangementRegistry', 'Suspension', layout.suspensionLayout],
    ['StatusRegistry', 'List', layout.listLayout],
  ])('%s.%s', (contract, name, expected) => {
    expect(structOf(contract, name).fields).toEqual(expected);
  });

  it('StatusRegistry.Head, whose fields share one slot', () => {
    expect(structOf('StatusRegistry', 'Head')).toEqual({ fields: layout.headLayout, slots: 1 });
  });

  it('counts the slots of the structs kept in arrays', () => {
    expect(layout.structSlots).toEqual({
      terms: structOf('ArrangementRegistry', 'Terms').slots,
      accession: structOf('ArrangementRegistry', 'Accession').slots,
      suspension: structOf('ArrangementRegistry', 'Suspension').slots,
    });
  });
});

describe('keys of the mappings', () => {
  it.each([
    ['AuthorityRegistry', 'nonces', 'mapping(address => uint256)'],
    ['AuthorityRegistry', 'records', 'mapping(address => struct IAuthorityRegistry.Record)'],
    ['AuthorityRegistry', 'active', 'mapping(bytes2 => address)'],
    ['AuthorityRegistry', 'proposals', 'mapping(bytes32 => struct IAuthorityRegistry.Proposal)'],
    ['ArrangementRegistry', 'arrangements', 'mapping(uint32 => struct ArrangementRegistry.Arrangement)'],
    ['StatusRegistry', 'lists', 'mapping(address => mapping(uint32 => struct StatusRegistry.List))'],
  ])('%s.%s', (name, field, expected) => {
    const contract = compiledLayout(name);
    const found = contract.storage.find(({ label }) => label === `_${field}`);
    expect(typeOf(contract, found?.type ?? '').label).toBe(expected);
  });
});
