/**
 * An instant as the clocks of the authority show it, to the minute.
 * @param utcOffset such as -05:00
 */
export function legalTime(instant: string, utcOffset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(utcOffset) as unknown as string[];
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const shown = new Date(Date.parse(instant) + shift).toISOString();
  return `${shown.slice(0, 10)} ${shown.slice(11, 16)} (UTC${utcOffset})`;
}
