/**
 * Legal dates are calendar days in the authority's zone. `date` is YYYY-MM-DD, `utcOffset` such as -05:00.
 * The results are XSD dateTimeStamps (VCDM 2.0 §4.9).
 */
export function startOfDay(date: string, utcOffset: string): string {
  return `${date}T00:00:00${utcOffset}`;
}

/** The last second of the day: a certificate is valid on its last day. */
export function endOfDay(date: string, utcOffset: string): string {
  return `${date}T23:59:59${utcOffset}`;
}
