import { describe, expect, it } from '@jest/globals';
import { arrangementRegistryAbi, authorityRegistryAbi, revertHints, statusRegistryAbi } from './index.js';

/** Errors of OpenZeppelin's ShortStrings, raised only for names above 31 bytes: never by these contracts. */
const unreachable = ['InvalidShortString', 'StringTooLong'];

const errors = [...authorityRegistryAbi, ...arrangementRegistryAbi, ...statusRegistryAbi].flatMap((item) =>
  item.type === 'error' && !unreachable.includes(item.name) ? [item] : [],
);

describe('revertHints', () => {
  it('knows every custom error of the registries and no other', () => {
    expect(Object.keys(revertHints).sort()).toEqual([...new Set(errors.map(({ name }) => name))].sort());
  });

  it('can be keyed by name: an error looks the same wherever it is declared', () => {
    const signatures = new Set(
      errors.map(({ name, inputs }) => `${name}(${inputs.map(({ type }) => type)})`),
    );
    expect(signatures.size).toBe(Object.keys(revertHints).length);
  });
});
