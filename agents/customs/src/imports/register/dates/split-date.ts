/** A date cell taken apart, its order of day and month not yet decided. */
export type SplitDate =
  | { kind: 'iso'; date: string }
  | { kind: 'slashed'; first: number; second: number; year: number };

const midnight = String.raw`(?:[T ](?:0?0:00(?::00(?:\.0+)?)?Z?|12:00(?::00)? ?a\.? ?m\.?))?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${midnight}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${midnight}$`, 'i');

/** Takes a clean date cell apart; spreadsheets add midnight to it. `undefined` when it is not a date with a whole year. */
export function splitDate(cell: string): SplitDate | undefined {
  const iso = yearFirst.exec(cell);
  if (iso) {
    const date = calendarDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
    return date === undefined ? undefined : { kind: 'iso', date };
  }
  const slashed = yearLast.exec(cell);
  if (!slashed) return undefined;
  return { kind: 'slashed', first: Number(slashed[1]), second: Number(slashed[3]), year: Number(slashed[4]) };
}

/** `YYYY-MM-DD`, or `undefined` when the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
