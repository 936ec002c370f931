import type { Output } from '../io/io.js';
import { printable } from './printable.js';

/** Writes lines, each made safe for a terminal. */
export function printLines(output: Output, lines: readonly string[]): void {
  for (const line of lines) output.write(`${printable(line)}\n`);
}
