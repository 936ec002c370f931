/**
 * The calendar date of an instant in the legal time of an authority.
 * @param ms instant in milliseconds
 * @param utcOffset such as `-05:00`
 */
export function dayAt(ms: number, utcOffset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(utcOffset) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  return new Date(ms + offset * 60_000).toISOString().slice(0, 10);
}
