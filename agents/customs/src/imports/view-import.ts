import type { ImportView } from '@eslabon/client/contract';
import type { ImportJobRow } from './import-table.js';

export function viewImport(job: ImportJobRow): ImportView {
  const { rows, processed, issued, unchanged, statusChanged, rejected, warnings } = job;
  return {
    id: job.id,
    fileName: job.fileName,
    dryRun: job.dryRun,
    state: job.state,
    createdBy: job.createdBy,
    createdAt: job.createdAt,
    finishedAt: job.finishedAt,
    shape: job.shape,
    counts: { rows, processed, issued, unchanged, statusChanged, rejected, warnings },
    error: job.error,
  };
}
