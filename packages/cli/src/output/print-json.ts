import type { Io } from '../io/io.js';

/** Writes a value as JSON on one line of standard output. */
export function printJson(io: Io, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}
