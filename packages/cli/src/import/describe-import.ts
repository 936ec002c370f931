import type { ImportRow, ImportView } from '@eslabon/client/contract';
import type { Language } from '@eslabon/core';
import { importSentences } from './import-sentences.js';

export interface ImportReport {
  view: ImportView;
  rows: readonly ImportRow[];
  /** The command that prints the whole report, when `rows` are not all. */
  rest: string | undefined;
}

/** Counts and rows with issues, as lines for a person. */
export function describeImport({ view, rows, rest }: ImportReport, language: Language): string[] {
  const say = importSentences[language];
  const { counts, shape } = view;
  return [
    say.heading(view.fileName, counts.rows),
    ...(view.dryRun ? [`  ${say.dryRun}`] : []),
    `  ${(view.dryRun ? say.wouldIssue : say.issued)(counts.issued)}`,
    `  ${say.unchanged(counts.unchanged)}`,
    `  ${say.statusChanged(counts.statusChanged)}`,
    `  ${say.rejected(counts.rejected)}`,
    `  ${say.warnings(counts.warnings)}`,
    ...(shape === null || shape.unknownColumns.length === 0
      ? []
      : [`  ${say.ignored(shape.unknownColumns.join(', '))}`]),
    ...(rows.length === 0 ? [] : ['', say.issues]),
    ...rows.flatMap((row) => describeRow(row, language)),
    ...(rest === undefined ? [] : ['', `${say.rest} ${rest}`]),
  ];
}

function describeRow({ row, certificateNumber, outcome, issues }: ImportRow, language: Language): string[] {
  const say = importSentences[language];
  const number = certificateNumber === null ? '' : ` ${certificateNumber}`;
  return [
    `  ${say.row(row)}${number}${outcome === 'rejected' ? `: ${say.rejectedRow}` : ''}`,
    ...issues.map(({ severity, column, field, code, value, sentence }) => {
      const where = column ?? field;
      return [
        `    ${severity === 'error' ? '✖' : '⚠'} ${code}`,
        ...(where === null ? [] : [say.column(where)]),
        sentence[language],
        ...(value === null ? [] : [`“${value}”`]),
      ].join('  ');
    }),
  ];
}
