const alreadyClean = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A cell without white space around it and with single spaces inside, whatever kind the file has (no-break, narrow,
 * tab, line break), in Unicode form C. A cell of dashes is how many registers write “nothing”.
 */
export function cleanCell(cell: string): string {
  if (alreadyClean.test(cell)) return /^-+$/.test(cell) ? '' : cell;
  const clean = cell
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  return /^[-\u2013\u2014]+$/.test(clean) ? '' : clean;
}
