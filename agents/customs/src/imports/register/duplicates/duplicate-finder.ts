import { registerFields } from '../register-field.js';
import type { RegisterCells } from '../row/register-cells.js';

interface Duplicate {
  /** `row`: every cell says the same; `number`: only the certificate number does. */
  kind: 'row' | 'number';
  /** The earlier row. */
  earlier: number;
}

export interface DuplicateFinder {
  /** Looks a row up by its certificate number, whatever its case, and remembers the first one of each. */
  find(cells: RegisterCells): Duplicate | undefined;
}

/** Finds certificate numbers that stand in a file more than once. */
export function createDuplicateFinder(): DuplicateFinder {
  const first = new Map<string, RegisterCells>();
  return {
    find(cells) {
      const number = cells.values.certificateNumber?.toUpperCase();
      if (number === undefined) return undefined;
      const earlier = first.get(number);
      if (earlier === undefined) {
        first.set(number, cells);
        return undefined;
      }
      const alike = registerFields.every((field) => earlier.values[field] === cells.values[field]);
      return { kind: alike ? 'row' : 'number', earlier: earlier.record.row };
    },
  };
}
