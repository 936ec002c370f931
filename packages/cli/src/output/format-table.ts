import { printable } from './printable.js';

/**
 * Rows as text: aligned columns for a person, cut to `width` characters; tab-separated values, whole, when
 * `width` is absent.
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width?: number,
): string[] {
  const cells = [headings, ...rows].map((row) => row.map(printable));
  if (width === undefined) return cells.map((row) => row.join('\t'));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => lengthOf(row[column] ?? ''))));
  return cells.map((row) => {
    const line = row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ');
    return cut(line.trimEnd(), width);
  });
}

function lengthOf(text: string): number {
  return [...text].length;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

function cut(line: string, width: number): string {
  return lengthOf(line) <= width ? line : `${[...line].slice(0, width - 1).join('')}…`;
}
