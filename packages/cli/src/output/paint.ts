import type { Io, Output } from '../io/io.js';

const codes = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;

export type Paint = keyof typeof codes;

/** Colours text for a terminal; leaves it alone for pipes and files, and where NO_COLOR is set (no-color.org). */
export function paint(io: Io, output: Output, text: string, ...paints: readonly Paint[]): string {
  const plain = !output.isTTY || (io.env.NO_COLOR ?? '') !== '' || io.env.TERM === 'dumb';
  if (plain || paints.length === 0) return text;
  return `\u001b[${paints.map((name) => codes[name]).join(';')}m${text}\u001b[0m`;
}
