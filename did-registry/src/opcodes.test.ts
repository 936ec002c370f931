import { describe, expect, it } from '@jest/globals';
import * as doubles from './doubles.js';
import * as registries from './index.js';
import { isBerlinOpcode, walkOpcodes } from './testing/walk-opcodes.js';

const bytecodes = Object.entries({ ...registries, ...doubles }).flatMap(([name, value]) =>
  name.endsWith('Bytecode') ? [[name, value as `0x${string}`] as const] : [],
);

function foreignOpcodes(bytecode: `0x${string}`): string[] {
  return [...walkOpcodes(bytecode)]
    .filter(({ opcode }) => !isBerlinOpcode(opcode))
    .map(({ at, opcode }) => `0x${opcode.toString(16)} at ${at}`);
}

/** With two bytes for the length of no metadata. */
const code = (hex: string) => `0x${hex}0000` as const;

describe('bytecode for Berlin', () => {
  it.each(bytecodes)('%s has no later opcode', (_name, bytecode) => {
    expect([...walkOpcodes(bytecode)].length).toBeGreaterThan(1_000);
    expect(foreignOpcodes(bytecode)).toEqual([]);
  });

  it('covers all contracts', () => {
    expect(bytecodes.map(([name]) => name).sort()).toEqual([
      'arrangementRegistryBytecode',
      'authorityRegistryBytecode',
      'ethereumDidRegistryBytecode',
      'permissionedMetaTxHubDoubleBytecode',
      'relayHubDoubleBytecode',
      'statusRegistryBytecode',
    ]);
  });

  it.each([
    ['PUSH0', '5f'],
    ['BASEFEE', '48'],
    ['TLOAD', '5c'],
    ['TSTORE', '5d'],
    ['MCOPY', '5e'],
    ['BLOBHASH', '49'],
    ['CLZ', '1e'],
  ])('would find %s', (_name, opcode) => {
    expect(foreignOpcodes(code(`6001${opcode}`))).toEqual([`0x${opcode} at 2`]);
  });

  it('does not take the data of a PUSH for opcodes, nor the metadata', () => {
    expect(foreignOpcodes(code('605f'))).toEqual([]);
    expect(foreignOpcodes(code(`7f${'5f'.repeat(32)}00`))).toEqual([]);
    expect(foreignOpcodes(code(`7f${'5f'.repeat(32)}5f`))).toEqual(['0x5f at 33']);
    expect(foreignOpcodes('0x00fe5f5f0002')).toEqual([]);
  });
});
