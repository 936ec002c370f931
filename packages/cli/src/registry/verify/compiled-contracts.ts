/** A contract as the compiler makes it. */
export interface CompiledContract {
  abi: unknown;
  /** Creation bytecode. */
  bytecode: string;
  /** Runtime code with zeros where immutables go. */
  runtime: string;
  /** Where immutables go, by their names; in bytes. */
  immutables: Record<string, { start: number; length: number }[]>;
  storageLayout: CompiledLayout;
}

/** solc's `storageLayout`. */
export interface CompiledLayout {
  storage: CompiledField[];
  types: Record<string, CompiledType> | null;
}

export interface CompiledField {
  label: string;
  slot: string;
  offset: number;
  type: string;
}

export interface CompiledType {
  label: string;
  numberOfBytes: string;
  members?: CompiledField[];
}

/** What `compile.mjs --json` prints. */
export interface CompiledContracts {
  contracts: Record<'AuthorityRegistry' | 'ArrangementRegistry' | 'StatusRegistry', CompiledContract>;
  /** ERC-1056, from the npm package ethr-did-registry. */
  stock: Pick<CompiledContract, 'abi' | 'bytecode' | 'runtime'>;
}
