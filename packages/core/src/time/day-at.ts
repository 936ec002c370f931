/**
 * The calendar date of an instant where an authority is: late in the evening in Lima it is the next day in UTC.
 * @param ms instant in Unix milliseconds
 * @param zoned its offset from UTC such as `-05:00`, or an XSD dateTimeStamp that ends with it; `Z` is UTC
 * @returns YYYY-MM-DD
 */
export function dayAt(ms: number, zoned: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(zoned) ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return new Date(ms + offset * 60_000).toISOString().slice(0, 10);
}
