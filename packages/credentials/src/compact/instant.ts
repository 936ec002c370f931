/** An instant of the data model, as seconds since 1970 and its zone in minutes east of UTC. */
export interface Instant {
  seconds: number;
  offset: number;
}

/** Reads an XSD dateTimeStamp that has been checked; fractions of a second are cut off. */
export function readInstant(text: string): Instant {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const size = sign === undefined ? 0 : Number(hours) * 60 + Number(minutes);
  return { seconds: Math.floor(Date.parse(text) / 1000), offset: sign === '-' && size !== 0 ? -size : size };
}

/** Writes an instant to the second, in its own zone: `2026-01-10T00:00:00-05:00`, `Z` for UTC. */
export function writeInstant({ seconds, offset }: Instant): string {
  const local = new Date((seconds + offset * 60) * 1000).toISOString().replace(/\.000Z$/, '');
  if (offset === 0) return `${local}Z`;
  const size = Math.abs(offset);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}
