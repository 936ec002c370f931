const pattern =
  /^(-?(?:[1-9]\d{3,8}|0\d{3}))-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,18})?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The instant of an XSD dateTime as milliseconds since 1970, with a fraction where the text is finer; `undefined` when
 * it is none: a day, an hour or an offset that does not exist is not a time (XML Schema 1.1-2 §3.3.7).
 * @param needsOffset true for dateTimeStamp (§3.4.28); a text without offset is otherwise read as UTC, as VC Data
 * Integrity §2.1 wants it for proofs
 */
export function parseDateTime(text: unknown, needsOffset = true): number | undefined {
  const match = typeof text === 'string' ? pattern.exec(text) : null;
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = Number(match[7] ?? 0);
  const offset = match[8] === undefined && !needsOffset ? 0 : parseOffset(match[8]);
  const isMidnight = hour === 24 && minute === 0 && second === 0 && fraction === 0;
  if (offset === undefined || minute > 59 || second > 59 || (hour > 23 && !isMidnight)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const milliseconds = date.getTime() + ((hour * 60 + minute - offset) * 60 + second + fraction) * 1000;
  return Number.isFinite(milliseconds) ? milliseconds : undefined;
}

/** Minutes east of UTC; at most 14 hours either way. */
function parseOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
