import { z } from 'zod';
import { instantSchema } from './common.js';

export const importCountsSchema = z.object({
  rows: z.int().describe('Rows of the file'),
  processed: z.int(),
  issued: z.int().describe('New certificates; in a dry run, those that would be issued'),
  unchanged: z.int().describe('Already issued with the same content'),
  statusChanged: z.int().describe('Certificates whose suspension or revocation was taken from the file'),
  rejected: z.int().describe('Rows with an error; nothing was done with them'),
  warnings: z.int(),
});

export const importViewSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  dryRun: z.boolean(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  createdBy: z.string(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  shape: z
    .object({
      encoding: z.string(),
      separator: z.string(),
      dateOrder: z.string(),
      unknownColumns: z.array(z.string()),
    })
    .nullable(),
  counts: importCountsSchema,
  error: z.object({ code: z.string(), message: z.string(), hints: z.array(z.string()) }).nullable(),
});

export type ImportView = z.infer<typeof importViewSchema>;

export const importRowSchema = z.object({
  row: z.int().describe('Line as a spreadsheet counts it; the header is 1'),
  certificateNumber: z.string().nullable(),
  outcome: z.enum(['issued', 'unchanged', 'statusChanged', 'rejected']),
  issues: z.array(
    z.object({
      field: z.string().nullable(),
      column: z.string().nullable(),
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      value: z.string().nullable(),
      sentence: z.object({ en: z.string(), es: z.string(), pt: z.string() }),
    }),
  ),
});

export type ImportRow = z.infer<typeof importRowSchema>;
