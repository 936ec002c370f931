import { EslabonError } from '@eslabon/core';

/** Far more than the fields of a certificate can fill. */
const longestLine = 65_536;

/**
 * Refuses a line that no register has before it is split into millions of cells.
 * @throws EslabonError REGISTER_SYNTAX with the line.
 */
export function refuseLongLine(text: string): void {
  const breaks = /\r\n|\n|\r/g;
  for (let line = 1, start = 0; start < text.length; line++) {
    const end = breaks.exec(text)?.index ?? text.length;
    if (end - start > longestLine) {
      throw new EslabonError(
        'REGISTER_SYNTAX',
        `Line ${line} of the register has ${end - start} characters; a line has at most ${longestLine}.`,
        { hints: ['Export the register again with one operator per line.'], details: { line } },
      );
    }
    start = end === text.length ? end : breaks.lastIndex;
  }
}
