import type { LoggedDecision } from './logged-decision.js';

const columns: readonly (readonly [
  name: string,
  read: (entry: LoggedDecision) => string | number | undefined,
])[] = [
  ['id', ({ id }) => id],
  ['decidedAt', ({ decidedAt }) => decidedAt],
  ['post', ({ post }) => post],
  ['officer', ({ officer }) => officer],
  ['as', ({ as }) => as],
  ['verdict', ({ verdict }) => verdict],
  ['action', ({ action }) => action],
  ['note', ({ note }) => note],
  ['legalName', ({ company }) => company?.legalName],
  ['tin', ({ company }) => company?.tin],
  ['certificateNumber', ({ certificate }) => certificate?.certificateNumber],
  ['issuer', ({ certificate }) => certificate?.issuer],
  ['reasons', ({ reasons }) => reasons.join(' ')],
  ['presentedBy', ({ presented }) => presented.by],
  ['presentedSha256', ({ presented }) => ('sha256' in presented ? presented.sha256 : undefined)],
  ['presentedRequest', ({ presented }) => ('request' in presented ? presented.request : undefined)],
  ['asked', ({ asked }) => asked],
  ['bundleBlock', ({ bundle }) => bundle?.block],
  ['bundleHash', ({ bundle }) => bundle?.hash],
  ['bundleDigest', ({ bundle }) => bundle?.digest],
  ['app', ({ app }) => app],
  ['uploadedAt', ({ uploadedAt }) => uploadedAt],
];

/** The log as RFC 4180 CSV in UTF-8 with a byte order mark, which spreadsheets need to read names with accents. */
export function toCsv(entries: readonly LoggedDecision[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...entries.map((entry) => columns.map(([, read]) => read(entry))),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Always quoted. What a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
