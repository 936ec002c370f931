import {
  accessionLayout,
  arrangementLayout,
  arrangementRegistryLayout,
  authorityRegistryLayout,
  type FieldLayout,
  headLayout,
  listLayout,
  proposalLayout,
  type RegistryName,
  recordLayout,
  statusRegistryLayout,
  structSlots,
  suspensionLayout,
  termsLayout,
} from '@eslabon/did-registry';
import type { CompiledField, CompiledLayout, CompiledType } from './compiled-contracts.js';
import type { Mismatch } from './finding.js';

type Fields = Readonly<Record<string, FieldLayout>>;

interface ReadLayout {
  storage: Fields;
  structs: Record<string, Fields>;
  /** Slots of structs that are kept one after the other. */
  slots?: Record<string, number>;
}

/** The layouts by which programs rebuild and prove storage. */
const readLayouts: Record<RegistryName, ReadLayout> = {
  AuthorityRegistry: {
    storage: authorityRegistryLayout,
    structs: { Record: recordLayout, Proposal: proposalLayout },
  },
  ArrangementRegistry: {
    storage: arrangementRegistryLayout,
    structs: {
      Arrangement: arrangementLayout,
      Terms: termsLayout,
      Accession: accessionLayout,
      Suspension: suspensionLayout,
    },
    slots: {
      Terms: structSlots.terms,
      Accession: structSlots.accession,
      Suspension: structSlots.suspension,
    },
  },
  StatusRegistry: { storage: statusRegistryLayout, structs: { List: listLayout, Head: headLayout } },
};

/** Compares the compiler's storage layout of a contract, structs included, with the one that programs read. */
export function compareLayout(contract: RegistryName, compiled: CompiledLayout): Mismatch[] {
  const { storage, structs, slots = {} } = readLayouts[contract];
  const types = compiled.types ?? {};
  const found = Object.values(types).filter(({ members }) => members !== undefined);
  const byName = new Map(found.map((type) => [type.label.replace(/^struct (?:.*\.)?/, ''), type]));
  const names = new Set([...byName.keys(), ...Object.keys(structs)]);
  return [
    ...compareFields('', storage, fieldsOf(compiled.storage, types)),
    ...[...names].flatMap((name) => {
      const type = byName.get(name);
      return compareFields(`${name}.`, structs[name] ?? {}, fieldsOf(type?.members ?? [], types));
    }),
    ...Object.entries(slots).flatMap(([name, expected]) => {
      const size = Number(byName.get(name)?.numberOfBytes ?? 0) / 32;
      return size === expected ? [] : [{ at: name, expected: `${expected} slots`, found: `${size} slots` }];
    }),
  ];
}

function compareFields(prefix: string, expected: Fields, found: Fields): Mismatch[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].flatMap((name) => {
    const [wanted, there] = [describe(expected[name]), describe(found[name])];
    return wanted === there ? [] : [{ at: `${prefix}${name}`, expected: wanted, found: there }];
  });
}

/** Fields by name, without the underscore of private variables. */
function fieldsOf(fields: readonly CompiledField[], types: Record<string, CompiledType>): Fields {
  return Object.fromEntries(
    fields.map(({ label, slot, offset, type }) => [
      label.replace(/^_/, ''),
      { slot: Number(slot), offset, bytes: Number(types[type]?.numberOfBytes) },
    ]),
  );
}

function describe(field: FieldLayout | undefined): string {
  return field === undefined ? 'absent' : `slot ${field.slot}, offset ${field.offset}, ${field.bytes} bytes`;
}
