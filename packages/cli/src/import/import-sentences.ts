import type { Language } from '@eslabon/core';

interface ImportSentences {
  progress(processed: string, rows: string): string;
  heading(file: string, rows: number): string;
  dryRun: string;
  issued(count: number): string;
  wouldIssue(count: number): string;
  unchanged(count: number): string;
  statusChanged(count: number): string;
  rejected(count: number): string;
  warnings(count: number): string;
  ignored(columns: string): string;
  issues: string;
  row(row: number): string;
  rejectedRow: string;
  column(column: string): string;
  rest: string;
}

/** The words of `import`. */
export const importSentences: Record<Language, ImportSentences> = {
  en: {
    progress: (processed, rows) => `${processed} of ${rows} rows`,
    heading: (file, rows) => `${file}: ${rows} rows`,
    dryRun: 'Dry run: nothing was issued or changed.',
    issued: (count) => `${count} issued`,
    wouldIssue: (count) => `${count} would be issued`,
    unchanged: (count) => `${count} unchanged`,
    statusChanged: (count) => `${count} suspended or revoked, as the file says`,
    rejected: (count) => `${count} rejected`,
    warnings: (count) => `${count} warnings`,
    ignored: (columns) => `Columns that were not understood: ${columns}`,
    issues: 'Rows with issues',
    row: (row) => `Row ${row}`,
    rejectedRow: 'rejected',
    column: (column) => `column “${column}”:`,
    rest: 'There are more. See them all:',
  },
  es: {
    progress: (processed, rows) => `${processed} de ${rows} filas`,
    heading: (file, rows) => `${file}: ${rows} filas`,
    dryRun: 'Ensayo: no se emitió ni cambió nada.',
    issued: (count) => `${count} emitidos`,
    wouldIssue: (count) => `${count} se emitirían`,
    unchanged: (count) => `${count} sin cambios`,
    statusChanged: (count) => `${count} suspendidos o revocados, según el archivo`,
    rejected: (count) => `${count} rechazados`,
    warnings: (count) => `${count} advertencias`,
    ignored: (columns) => `Columnas que no se entendieron: ${columns}`,
    issues: 'Filas con observaciones',
    row: (row) => `Fila ${row}`,
    rejectedRow: 'rechazada',
    column: (column) => `columna «${column}»:`,
    rest: 'Hay más. Para verlas todas:',
  },
  pt: {
    progress: (processed, rows) => `${processed} de ${rows} linhas`,
    heading: (file, rows) => `${file}: ${rows} linhas`,
    dryRun: 'Ensaio: nada foi emitido nem alterado.',
    issued: (count) => `${count} emitidos`,
    wouldIssue: (count) => `${count} seriam emitidos`,
    unchanged: (count) => `${count} sem mudança`,
    statusChanged: (count) => `${count} suspensos ou revogados, conforme o arquivo`,
    rejected: (count) => `${count} rejeitados`,
    warnings: (count) => `${count} avisos`,
    ignored: (columns) => `Colunas que não foram entendidas: ${columns}`,
    issues: 'Linhas com observações',
    row: (row) => `Linha ${row}`,
    rejectedRow: 'rejeitada',
    column: (column) => `coluna “${column}”:`,
    rest: 'Há mais. Para ver todas:',
  },
};
