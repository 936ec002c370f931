/**
 * The day that an instant falls on where the authority is: late in the evening in Lima it is the next day in UTC.
 * @param zoned an XSD dateTimeStamp in the authority's zone
 */
export function localDay(instant: Date, zoned: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(zoned) ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 10);
}
